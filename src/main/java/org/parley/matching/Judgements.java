package org.parley.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.dataset.PathCheck;
import org.parley.entry.Fault;
import org.parley.record.Kind;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The judgements of people whether a foreign record is a known one, in the file judgements.yaml of a data set. A judgement holds for a
 * kind, a source (of which editions count as one) and the text by which the source names the record, or the locator and the name.
 */
public final class Judgements {

    /** The name of the file in the folder of a data set. */
    public static final String FILE = "judgements.yaml";

    private static final YAMLMapper YAML = mapper();
    private static final String HEADER = """
            # Whether foreign records are records of this data set. For each, write as judgement:
            #   same        it is the record whose slug you write as 'record'
            #   new         no record of this data set is the same
            #   undecided   nobody knows yet; it is not imported
            # To undo a judgement, remove it and what the import wrote.
            """;

    private final Path file;
    private final Map<String, ObjectNode> entries = new TreeMap<>();
    private boolean changed;

    /** Texts that do not begin with a letter may be numbers. */
    private static YAMLMapper mapper() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        StringQuotingChecker quoting = new StringQuotingChecker.Default() {
            @Override
            public boolean needToQuoteValue(String value) {
                return !value.matches("(?s)\\p{L}.*") || super.needToQuoteValue(value);
            }
        };
        return new YAMLMapper(YAMLFactory.builder().loaderOptions(options).stringQuotingChecker(quoting)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .disable(YAMLGenerator.Feature.SPLIT_LINES).build());
    }

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
        String judgement = entry.path("judgement").asText();
        List<String> numbers = Stream.of("foreign", "name", "record").filter(key -> entry.has(key) && !entry.get(key).isTextual()).toList();
        boolean named = Stream.of("kind", "source", "foreign").allMatch(key -> !entry.path(key).asText().isBlank());
        if (!entry.isObject() || !named || Kind.ofFolder(entry.path("kind").asText()).isEmpty()) {
            faults.accept(new Fault(file.toString(), 0, entry.path("foreign").asText(), "has no kind, source or foreign; write all three"));
        } else if (!numbers.isEmpty()) {
            faults.accept(new Fault(file.toString(), 0, entry.path("foreign").asText(),
                    String.join(", ", numbers) + " is no text; write it in quotation marks as the source prints it"));
        } else if (!List.of("same", "new", "undecided").contains(judgement)
                || judgement.equals("same") == entry.path("record").asText().isEmpty()) {
            faults.accept(new Fault(file.toString(), 0, entry.path("foreign").asText(),
                    "'" + judgement + "' is not a judgement; write same with the slug of the record as 'record', new or undecided"));
        } else {
            entries.put(key(entry.path("kind").asText(), entry.path("source").asText(), entry.path("foreign").asText(),
                    entry.path("name").asText()), (ObjectNode) entry);
        }
    }

    private static String key(String kind, String source, String foreign, String name) {
        return String.join("\n", kind, source, foreign, name.equals(foreign) ? "" : name);
    }

    /** A judgement of the name too applies before one of the locator only. */
    private ObjectNode entry(Kind kind, String source, String foreign, String name) {
        ObjectNode named = entries.get(key(kind.folder(), source, foreign, name));
        return named == null ? entries.get(key(kind.folder(), source, foreign, "")) : named;
    }

    /** Returns the judgement on a foreign record, else the match itself. Keeps a match that is undecided, for a person to judge. */
    public Match apply(Kind kind, String source, String foreign, String name, Match match) {
        JsonNode entry = entry(kind, source, foreign, name);
        String judgement = entry == null ? "" : entry.path("judgement").asText();
        if (judgement.equals("same")) {
            return Match.same(entry.path("record").asText(), "judged");
        }
        if (judgement.equals("new")) {
            return new Match(Match.Verdict.NEW, List.of());
        }
        if (match.verdict() == Match.Verdict.UNDECIDED) {
            keep(kind, source, foreign, name, match);
        }
        return match;
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
        ArrayNode candidates = entry.put("judgement", "undecided").putArray("candidates");
        match.candidates().forEach(candidate -> candidates.addObject().put("record", candidate.slug())
                .put("score", Math.round(candidate.score() * 100) / 100.0).put("evidence", candidate.evidence()));
        changed |= !entry.equals(entries.put(key(kind.folder(), source, foreign, name), entry));
    }

    public Path file() {
        return file;
    }

    /** Returns the number of foreign records that nobody has judged. */
    public long undecided() {
        return entries.values().stream().filter(entry -> entry.path("judgement").asText().equals("undecided")).count();
    }

    /** Returns the text of the file, or null if nothing was added. */
    public String changedText() {
        try {
            return changed ? HEADER + YAML.writeValueAsString(entries.values()) : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
