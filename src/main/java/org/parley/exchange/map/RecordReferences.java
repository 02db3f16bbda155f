package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.ReferenceCheck;
import org.parley.matching.Match;
import org.parley.matching.Match.Verdict;
import org.parley.matching.RecordIndex;
import org.parley.record.Field;
import org.parley.record.Kind;

/** Finds, or makes, the records that the columns of a row name. */
final class RecordReferences implements References {

    /** Looking for a similar name compares with all of them. */
    private static final int MAX_SUGGESTIONS = 50;

    /** A record that rows refer to, and the judgements by which it is that record. */
    private record Target(String slug, Set<String> judgements) {}

    private final RecordIndex index;
    private final RowJudgements judgements;
    private final ConvertedRecords records;
    private final Map<Kind, Map<String, Target>> byKey = new EnumMap<>(Kind.class);
    /** The records that rows name, by the text or the entry that would be made of it. */
    private final Map<Kind, Map<JsonNode, Target>> resolved = new EnumMap<>(Kind.class);
    private final Map<String, String> missing = new HashMap<>();
    /** The keys of rows that were not converted. */
    private final Map<Kind, Set<String>> missingKeys = new EnumMap<>(Kind.class);
    private ObjectNode attestation;

    RecordReferences(RecordIndex index, RowJudgements judgements, ConvertedRecords records) {
        this.index = index;
        this.judgements = judgements;
        this.records = records;
        for (Kind kind : Kind.values()) {
            byKey.put(kind, new HashMap<>());
            resolved.put(kind, new HashMap<>());
            missingKeys.put(kind, new HashSet<>());
        }
    }

    /** Begins a row that this attests. */
    void beginRow(ObjectNode attestation) {
        this.attestation = attestation;
    }

    void addKeys(Kind kind, List<String> keys, String slug) {
        keys.forEach(key -> byKey.get(kind).put(key, new Target(slug, judgements.used())));
    }

    void addMissingKeys(Kind kind, List<String> keys) {
        missingKeys.get(kind).addAll(keys);
    }

    @Override
    public Optional<JsonNode> convert(Field field, JsonNode expression, String text, Scope scope) {
        if (field.target() == null) {
            return Optional.ofNullable(FieldValues.scalar(field.type(), text));
        }
        return Optional.of(
                TextNode.valueOf(expression.has("record") ? keyed(field.target(), text) : named(field.target(), expression, text, scope)));
    }

    private String keyed(Kind kind, String key) {
        Target target = byKey.get(kind).get(key);
        if (target == null) {
            throw missingKeys.get(kind).contains(key) ? new UndecidedException() : new CellException("no row of the kind " + kind.folder()
                    + " has the key '" + key + "'; correct it, or list that section first in the mapping");
        }
        judgements.use(target.judgements);
        return target.slug;
    }

    private String named(Kind kind, JsonNode expression, String text, Scope scope) {
        if (index.hasSlug(kind, text)) {
            return text;
        }
        ObjectNode entry = expression.has("new") ? created(kind, expression.get("new"), text, scope) : null;
        JsonNode key = entry == null ? TextNode.valueOf(text) : entry;
        Target known = resolved.get(kind).get(key);
        if (known != null) {
            judgements.use(known.judgements);
            return known.slug;
        }
        Set<String> used = new TreeSet<>();
        String slug = judgements.collect(used,
                () -> entry == null ? find(kind, text) : findOrAdd(kind, entry.deepCopy(), text, expression.get("new"), scope));
        resolved.get(kind).put(key, new Target(slug, used));
        records.onTakeBack(() -> resolved.get(kind).remove(key));
        return slug;
    }

    private String find(Kind kind, String text) {
        Match match = judgements.apply(kind, text, text, index.named(kind, text), slug -> List.of());
        if (match.verdict() == Verdict.NEW) {
            throw new CellException(missing.computeIfAbsent(kind + text, none -> missing(kind, text)));
        }
        return match.slug();
    }

    private String findOrAdd(Kind kind, ObjectNode entry, String text, JsonNode fields, Scope scope) {
        String foreign = RowJudgements.distinctive(entry);
        entry.putArray("attestations").add(attestation);
        Match match = judgements.apply(kind, foreign, text, index.compare(kind, entry, true),
                same -> index.shared(kind, entry, records.form(kind, same), true));
        if (match.verdict() == Verdict.SAME) {
            return match.slug();
        }
        String slug = records.add(kind, entry, Map.of(), fields, scope.row(), attestation.path("locator").asText());
        judgements.settle(kind, foreign, text, slug);
        return slug;
    }

    private ObjectNode created(Kind kind, JsonNode fields, String text, Scope scope) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("name", text);
        EntryBuilder builder = new EntryBuilder(this, (field, e) -> {
            throw e;
        });
        entry.setAll(builder.entry(RecordDefinitions.of(kind).entry(), fields, scope));
        return entry;
    }

    private String missing(Kind kind, String text) {
        return ReferenceCheck.missingMessage(text, kind, missing.size() < MAX_SUGGESTIONS ? index.namesAndSlugs(kind).toList() : List.of(),
                "add it to the folder " + kind.folder() + ", or state 'new' in the mapping");
    }
}
