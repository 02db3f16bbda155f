package org.parley.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.dataset.PathCheck;
import org.parley.entry.Fault;
import org.parley.record.Kind;

/**
 * The judgements of people whether a foreign record is a known one, in the file judgements.yaml of a data set. A judgement holds for a
 * kind, a source (of which editions count as one) and the text by which the source names the record, or the locator and the name.
 */
public final class Judgements {

    /** The name of the file in the folder of a data set. */
    public static final String FILE = "judgements.yaml";
    private static final YAMLMapper YAML = JudgementYaml.mapper();

    private final Path file;
    private final Map<String, ObjectNode> entries = new TreeMap<>();
    private final JudgementWrites writes = new JudgementWrites(entries);
    /** The judgements that leave several candidates. */
    private final Set<String> open = new HashSet<>();
    private boolean changed;

    private Judgements(Path file) {
        this.file = file;
    }

    /** Reads the file in the folder of a data set, if there is one. */
    public static Judgements read(Path folder, Consumer<Fault> faults) {
        Judgements judgements = new Judgements(folder.resolve(FILE));
        try {
            if (Files.exists(judgements.file)) {
                YAML.readTree(judgements.file.toFile()).forEach(entry -> judgements.add(entry, faults));
            }
        } catch (JsonProcessingException e) {
            faults.accept(new Fault(judgements.file.toString(), e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "",
                    "is not valid YAML: " + e.getOriginalMessage()));
        } catch (IOException e) {
            faults.accept(new Fault(judgements.file.toString(), 0, "", "cannot be read: " + PathCheck.reason(e)));
        }
        return judgements;
    }

    private void add(JsonNode entry, Consumer<Fault> faults) {
        String fault = JudgementYaml.fault(entry);
        boolean isTwice = fault == null && entries.putIfAbsent(key(entry), (ObjectNode) entry) != null;
        if (fault != null || isTwice) {
            faults.accept(new Fault(file.toString(), 0, entry.path("foreign").asText(),
                    isTwice ? "has two judgements; keep one of them" : fault));
        }
    }

    private static String key(String kind, String source, String foreign, String name) {
        return String.join("\n", kind, source, foreign, name.equals(foreign) ? "" : name);
    }

    /** A judgement of the name too applies before one of the locator only. */
    private ObjectNode entry(Kind kind, String source, String foreign, String name) {
        ObjectNode unnamed = entries.get(key(kind.folder(), source, foreign, ""));
        return entries.getOrDefault(key(kind.folder(), source, foreign, name), unnamed);
    }

    /** Returns the judgement on a foreign record, else the match itself. Keeps a match that is undecided, for a person to judge. */
    public Match apply(Kind kind, String source, String foreign, String name, Match match) {
        ObjectNode entry = entry(kind, source, foreign, name);
        String judgement = entry == null ? "" : entry.path("judgement").asText();
        if (judgement.equals("same")) {
            return Match.same(entry.path("record").asText(), Match.JUDGED);
        }
        if (judgement.equals("new")) {
            return new Match(Match.Verdict.NEW, List.of());
        }
        Match rest = judgement.equals("different") ? match.without(slugs(entry.path("record"))) : match;
        if (rest.verdict() == Match.Verdict.UNDECIDED && !judgement.equals("different")) {
            keep(kind, source, foreign, name, rest);
        } else if (rest.verdict() == Match.Verdict.UNDECIDED) {
            open.add(key(entry));
            ArrayNode candidates = JudgementYaml.candidates(rest);
            changed |= !candidates.equals(entry.replace("candidates", candidates));
        }
        return rest;
    }

    private static Set<String> slugs(JsonNode record) {
        return record.isTextual() ? Set.of(record.textValue())
                : StreamSupport.stream(record.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    /** Returns the key of the judgement on a foreign record; empty if nobody has judged it. */
    public Optional<String> judged(Kind kind, String source, String foreign, String name) {
        return Optional.ofNullable(entry(kind, source, foreign, name))
                .filter(entry -> !entry.path("judgement").asText().equals("undecided")).map(Judgements::key);
    }

    private static String key(JsonNode entry) {
        return key(entry.path("kind").asText(), entry.path("source").asText(), entry.path("foreign").asText(), entry.path("name").asText());
    }

    /**
     * Keeps what a row wrote, or found, because of judgements.
     *
     * @param keys those of the judgements
     */
    public void keepWrites(Set<String> keys, String row, ArrayNode written, List<WrittenItem> found) {
        keys.forEach(key -> changed |= writes.add(key, written.deepCopy()));
        found.forEach(item -> changed |= writes.confirm(keys, row, item));
    }

    /**
     * Returns the keys of the judgements without which a record would not be identified; none if an item is from elsewhere.
     *
     * @param shared the items of the record that state each identifier or locator by which it was found
     */
    public Set<String> behind(Collection<WrittenItem> shared) {
        return shared.stream().allMatch(item -> !writes.owners(item).isEmpty())
                ? shared.stream().flatMap(item -> writes.owners(item).stream()).collect(Collectors.toSet()) : Set.of();
    }

    /** Whether there are judgements to undo. */
    public boolean hasUndo() {
        return entries.values().stream().anyMatch(entry -> entry.path("judgement").asText().equals("undo"));
    }

    /** Returns what was written because of the judgements to undo, and makes these undecided. */
    public List<JsonNode> undo() {
        List<ObjectNode> undone = entries.values().stream().filter(entry -> entry.path("judgement").asText().equals("undo")).toList();
        undone.forEach(entry -> entry.put("judgement", "undecided").remove("record"));
        changed |= !undone.isEmpty();
        return writes.undo(undone);
    }

    /** Reports judgements that name a record that the data set lacks. */
    public void check(BiPredicate<Kind, String> exists, Consumer<Fault> faults) {
        for (ObjectNode entry : entries.values()) {
            Kind kind = Kind.ofFolder(entry.path("kind").asText()).orElseThrow();
            slugs(entry.path("record")).stream().filter(slug -> !exists.test(kind, slug)).forEach(
                    slug -> faults.accept(new Fault(file.toString(), 0, entry.path("foreign").asText(), missingMessage(kind, slug))));
        }
    }

    /** Returns the message about a judgement on a record that the data set lacks. */
    public static String missingMessage(Kind kind, String slug) {
        return "there is no " + kind.word() + " '" + slug + "'; correct the judgement";
    }

    /** Makes a judgement that a foreign record is new one that it is the record that was added for it. */
    public void settle(Kind kind, String source, String foreign, String name, String slug) {
        ObjectNode entry = entry(kind, source, foreign, name);
        if (entry != null && entry.path("judgement").asText().equals("new")) {
            entry.put("judgement", "same").put("record", slug);
            changed = true;
        }
    }

    private void keep(Kind kind, String source, String foreign, String name, Match match) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("kind", kind.folder()).put("source", source).put("foreign", foreign);
        if (!name.equals(foreign)) {
            entry.put("name", name);
        }
        entry.put("judgement", "undecided").set("candidates", JudgementYaml.candidates(match));
        changed |= !entry.equals(entries.put(key(kind.folder(), source, foreign, name), entry));
    }

    public Path file() {
        return file;
    }

    /** Returns the number of foreign records that nobody has judged, or of which a judgement leaves several candidates. */
    public long undecided() {
        return open.size() + entries.values().stream().filter(entry -> entry.path("judgement").asText().equals("undecided")).count();
    }

    /** Returns the text of the file, or null if nothing was added. */
    public String changedText() {
        writes.removeEmpty();
        return changed ? JudgementYaml.text(entries.values()) : null;
    }
}
