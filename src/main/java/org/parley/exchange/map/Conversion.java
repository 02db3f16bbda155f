package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.DateCheck;
import org.parley.entry.check.ReferenceCheck;
import org.parley.entry.check.TermCheck;
import org.parley.exchange.SlugGenerator;
import org.parley.exchange.read.ForeignFile;
import org.parley.exchange.read.ForeignRow;
import org.parley.matching.Judgements;
import org.parley.matching.Match;
import org.parley.matching.Match.Verdict;
import org.parley.matching.RecordIndex;
import org.parley.record.Field;
import org.parley.record.Kind;
import org.parley.time.Edtf;

/** Converts the rows of a file to new entries and to additions to known ones. */
public final class Conversion implements References {

    private static final int MAX_SLUG = 110;
    /** Looking for a similar name compares with all of them. */
    private static final int MAX_SUGGESTIONS = 50;

    private final String name;
    private final String source;
    private final Judgements judgements;
    private final RecordIndex index;
    private final Merger merger;
    private final Consumer<Fault> faults;
    private final Map<Kind, ArrayNode> added = new EnumMap<>(Kind.class);
    private final Map<Kind, RowOrigins> origins = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, ObjectNode>> current = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Entry>> known = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Entry>> changed = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, String>> byKey = new EnumMap<>(Kind.class);
    /** The slugs of the records that rows name, by the text or the entry that would be made of it. */
    private final Map<Kind, Map<String, String>> resolved = new EnumMap<>(Kind.class);
    private final Map<String, String> missing = new HashMap<>();
    /** The keys of rows that were not converted. */
    private final Map<Kind, Set<String>> missingKeys = new EnumMap<>(Kind.class);
    /** The name and date of the foreign record with a locator. */
    private final Map<String, String> byLocator = new HashMap<>();
    /** Takes back what a row added: one that cannot be converted leaves no actors and places behind. */
    private final Deque<Runnable> undo = new ArrayDeque<>();
    /** What becomes of judgements if the row is converted. */
    private final List<Runnable> settle = new ArrayList<>();
    private int rows;
    private int unchanged;
    private int held;
    private String locator;
    private String voice;

    /**
     * Creates a conversion.
     *
     * @param name of the foreign file, for faults
     * @param source slug of the source that attests the records
     */
    public Conversion(String name, String source, EntryFiles dataSet, Judgements judgements, Consumer<Fault> faults) {
        this.name = name;
        this.source = source;
        this.judgements = judgements;
        this.faults = faults;
        this.index = new RecordIndex(dataSet);
        this.merger = new Merger(index);
        for (Kind kind : Kind.values()) {
            added.put(kind, JsonNodeFactory.instance.arrayNode());
            origins.put(kind, new RowOrigins());
            current.put(kind, new HashMap<>());
            known.put(kind, new HashMap<>());
            changed.put(kind, new TreeMap<>());
            byKey.put(kind, new HashMap<>());
            resolved.put(kind, new HashMap<>());
            missingKeys.put(kind, new HashSet<>());
        }
        dataSet.entries().filter(entry -> entry.slug() != null).forEach(entry -> known.get(entry.kind()).put(entry.slug(), entry));
    }

    /** Converts all rows. Reports what is wrong with each one to the faults. */
    public void run(Mapping mapping, ForeignFile file) {
        Scope.Lists lists = new Scope.Lists(file, mapping.lookups());
        ColumnCheck columns = new ColumnCheck(mapping, file, lists,
                (column, message) -> faults.accept(new Fault(name, 1, column, message)));
        for (Mapping.Section section : mapping.sections()) {
            List<ForeignRow> all = file.rows(section.rows());
            columns.check(section, all);
            for (ForeignRow row : all) {
                Scope scope = new Scope(row, lists);
                if (section.takes(scope)) {
                    rows++;
                    convert(section, scope);
                }
            }
        }
    }

    /** Converts a row, or takes back what it added. */
    private void convert(Mapping.Section section, Scope scope) {
        undo.clear();
        settle.clear();
        if (converts(section, scope)) {
            settle.forEach(Runnable::run);
        } else {
            undo.forEach(Runnable::run);
            missingKeys.get(section.kind()).addAll(section.key(scope).texts());
        }
    }

    private boolean converts(Mapping.Section section, Scope scope) {
        List<String> at = section.locator(scope).texts();
        locator = at.isEmpty() ? "row " + scope.row().number() : at.get(0);
        voice = section.voice();
        boolean[] faulty = new boolean[1];
        EntryBuilder builder = new EntryBuilder(this, (field, e) -> {
            faulty[0] = true;
            report(scope, section.fields(), field, e);
        });
        try {
            ObjectNode entry = builder.entry(RecordDefinitions.of(section.kind()).entry(), section.fields(), scope);
            mergeTerms(entry.path("offices"));
            if (!faulty[0]) {
                List<String> keys = section.key(scope).texts();
                String slug = record(section.kind(), entry, builder.printed(), section.fields(), scope, String.join(", ", keys));
                keys.forEach(key -> byKey.get(section.kind()).put(key, slug));
            }
            return !faulty[0];
        } catch (CellException e) {
            report(scope, section.tree(), "locator", e);
            return false;
        } catch (UndecidedException e) {
            held++;
            return false;
        }
    }

    private void report(Scope scope, JsonNode fields, String field, CellException e) {
        faults.accept(new Fault(name, scope.row().line().getAsInt(), RowOrigins.label(fields, field, null), e.getMessage()));
    }

    /** Makes one term of overlapping terms of one office: a file lists a membership again for each party or district. */
    private static void mergeTerms(JsonNode offices) {
        for (int i = 0; i < offices.size(); i++) {
            for (int j = offices.size() - 1; j > i; j--) {
                ObjectNode one = (ObjectNode) offices.get(i);
                ObjectNode other = (ObjectNode) offices.get(j);
                if (one.path("title").equals(other.path("title")) && one.path("of").equals(other.path("of")) && hasValidDates(one)
                        && hasValidDates(other) && TermCheck.overlap(one, other)) {
                    extend(one, other);
                    ((ArrayNode) offices).remove(j);
                    j = offices.size();
                }
            }
        }
    }

    private static boolean hasValidDates(JsonNode term) {
        return Stream.of("from", "to").allMatch(key -> !term.has(key) || DateCheck.edtf(term.get(key)) != null);
    }

    /** Takes the earlier first and the later last day. A first day may be unknown; a term without a last one goes on. */
    private static void extend(ObjectNode one, ObjectNode other) {
        if (other.has("from") && (!one.has("from") || days(other.get("from"), true).compareTo(days(one.get("from"), true)) < 0)) {
            one.set("from", other.get("from"));
        }
        if (!other.has("to")) {
            one.remove("to");
        } else if (one.has("to") && days(other.get("to"), false).compareTo(days(one.get("to"), false)) > 0) {
            one.set("to", other.get("to"));
        }
    }

    /** Returns the first and the last possible day of a date as a text to compare, so that of equal ones the more precise one is taken. */
    private static String days(JsonNode date, boolean firstCounts) {
        Edtf edtf = DateCheck.edtf(date);
        String first = edtf.earliest() == null ? "0000" : edtf.earliest().toString();
        String last = edtf.latest() == null ? "9999-99" : edtf.latest().toString();
        return firstCounts ? first + "/" + last : last + "/" + first;
    }

    /**
     * Merges an entry into the record that it is, or adds it. Returns the slug. Throws an UndecidedException, or a CellException about the
     * locator.
     */
    private String record(Kind kind, ObjectNode entry, Map<String, String> printed, JsonNode fields, Scope scope, String key) {
        checkLocator(kind, entry);
        // The number of a row is that of another record in a later edition.
        String foreign = !locator.startsWith("row ") ? locator : key.isEmpty() ? distinctive(entry) : key;
        ObjectNode attested = entry.deepCopy();
        attested.putArray("attestations").add(Merger.attestation(source, locator, voice));
        boolean hasSlug = attested.has("slug") && index.hasSlug(kind, attested.path("slug").asText());
        Match match = hasSlug ? index.named(kind, attested.path("slug").asText()) : judgements.apply(kind, index.series(source), foreign,
                RecordIndex.displayName(entry), index.compare(kind, attested, false));
        if (match.verdict() == Verdict.UNDECIDED) {
            throw new UndecidedException();
        }
        if (match.verdict() == Verdict.SAME) {
            return merge(kind, match.slug(), attested, printed);
        }
        String slug = add(kind, attested, printed, fields, scope);
        settle.add(() -> judgements.settle(kind, index.series(source), foreign, RecordIndex.displayName(entry), slug));
        return slug;
    }

    private void checkLocator(Kind kind, ObjectNode entry) {
        String told = distinctive(entry);
        String first = byLocator.putIfAbsent(kind + locator, told);
        if (locator.startsWith("record ") && first != null && !first.equals(told)) {
            throw new CellException("'" + locator + "' is the locator of '" + told + "' and, in an earlier row, of '" + first
                    + "'; write a locator that each record has for itself");
        }
    }

    /** Returns the name with what distinguishes records of one name. */
    private static String distinctive(JsonNode entry) {
        return RecordIndex.displayName(entry) + Stream.of("date", "partOf", "countryCode", "country").map(key -> entry.path(key).asText())
                .filter(text -> !text.isEmpty()).map(text -> ", " + text).collect(Collectors.joining());
    }

    private String merge(Kind kind, String slug, ObjectNode entry, Map<String, String> printed) {
        Entry before = known.get(kind).get(slug);
        if (before == null && !current.get(kind).containsKey(slug)) {
            faults.accept(new Fault(judgements.file().toString(), 0, slug,
                    "there is no " + kind.word() + " '" + slug + "'; correct the judgement"));
            return slug;
        }
        ObjectNode record = current.get(kind).computeIfAbsent(slug, none -> before.node().deepCopy());
        if (!merger.merge(kind, record, entry, printed)) {
            unchanged++;
            return slug;
        }
        index.extend(kind, record);
        if (before != null) {
            changed.get(kind).put(slug, before);
        }
        return slug;
    }

    private String add(Kind kind, ObjectNode entry, Map<String, String> printed, JsonNode fields, Scope scope) {
        String slug = slug(kind, entry);
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("slug", slug);
        entry.properties().stream().filter(field -> !List.of("slug", "attestations", "identifiers").contains(field.getKey()))
                .forEach(field -> record.set(field.getKey(), field.getValue()));
        record.putArray("attestations");
        merger.merge(kind, record, entry, printed);
        current.get(kind).put(slug, record);
        added.get(kind).add(record);
        origins.get(kind).add(scope.row(), fields, printed);
        index.add(kind, record);
        undo.push(() -> {
            index.remove(kind, slug);
            origins.get(kind).removeLast();
            added.get(kind).remove(added.get(kind).size() - 1);
            current.get(kind).remove(slug);
        });
        return slug;
    }

    /** Returns the slug of the mapping, or one made of the name, or of the title and the date, that no other record has. */
    private String slug(Kind kind, ObjectNode entry) {
        if (entry.has("slug")) {
            return entry.get("slug").asText();
        }
        String words = SlugGenerator.of(RecordIndex.displayName(entry));
        String date = entry.path("date").asText().replaceFirst("/.*", "");
        String base = words.isEmpty() ? kind.word() + "-" + SlugGenerator.of(locator) : words;
        base = base.length() > MAX_SLUG - 11 ? base.substring(0, MAX_SLUG - 11).replaceFirst("-[^-]*$", "") : base;
        base = date.matches("[\\d-]+") && !base.endsWith(date) ? base + "-" + date : base;
        String slug = base;
        for (int number = 2; index.hasSlug(kind, slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }

    @Override
    public Optional<JsonNode> convert(Field field, JsonNode expression, String text, Scope scope) {
        if (field.target() == null) {
            return Optional.ofNullable(EntryBuilder.scalar(field.type(), text));
        }
        return Optional.of(
                TextNode.valueOf(expression.has("record") ? keyed(field.target(), text) : named(field.target(), expression, text, scope)));
    }

    private String keyed(Kind kind, String key) {
        String slug = byKey.get(kind).get(key);
        if (slug == null) {
            throw missingKeys.get(kind).contains(key) ? new UndecidedException() : new CellException("no row of the kind " + kind.folder()
                    + " has the key '" + key + "'; correct it, or list that section first in the mapping");
        }
        return slug;
    }

    private String named(Kind kind, JsonNode expression, String text, Scope scope) {
        if (index.hasSlug(kind, text)) {
            return text;
        }
        ObjectNode entry = expression.has("new") ? created(kind, expression.get("new"), text, scope) : null;
        String key = entry == null ? text : entry.toString();
        String known = resolved.get(kind).get(key);
        if (known != null) {
            return known;
        }
        if (entry != null) {
            entry.putArray("attestations").add(Merger.attestation(source, locator, voice));
        }
        String foreign = entry == null ? text : distinctive(entry);
        Match match = judgements.apply(kind, index.series(source), foreign, text,
                entry == null ? index.named(kind, text) : index.compare(kind, entry, true));
        if (match.verdict() == Verdict.UNDECIDED) {
            throw new UndecidedException();
        }
        if (match.verdict() == Verdict.NEW && entry == null) {
            throw new CellException(missing.computeIfAbsent(kind + text, none -> missing(kind, text)));
        }
        String slug = match.verdict() == Verdict.SAME ? match.slug() : add(kind, entry, Map.of(), expression.get("new"), scope);
        settle.add(() -> judgements.settle(kind, index.series(source), foreign, text, slug));
        resolved.get(kind).put(key, slug);
        undo.push(() -> resolved.get(kind).remove(key));
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

    /** Returns the new entries as files to check, without kinds that have none. */
    public List<EntryFile> newFiles() {
        return added.entrySet().stream().filter(kind -> !kind.getValue().isEmpty())
                .map(kind -> new EntryFile(kind.getKey(), name, kind.getValue(), origins.get(kind.getKey()))).toList();
    }

    /** Returns the known entries to which something was added, each with its new form. */
    public Map<Entry, ObjectNode> changed() {
        Map<Entry, ObjectNode> forms = new HashMap<>();
        changed.forEach((kind, entries) -> entries.forEach((slug, entry) -> forms.put(entry, current.get(kind).get(slug))));
        return forms;
    }

    public int rows() {
        return rows;
    }

    /** Returns how many foreign records add nothing to a known one. */
    public int unchanged() {
        return unchanged;
    }

    /** Returns how many rows wait for a judgement. */
    public int held() {
        return held;
    }
}
