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
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.record.Kind;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads and writes the YAML of judgements, so that every text is read as it was written. */
final class JudgementYaml {

    private static final String HEADER = """
            # Whether foreign records are records of this data set. For each, write as judgement:
            #   same        it is the record whose slug you write as 'record'
            #   different   it is not the record, or none of the list, that you write as 'record'
            #   new         no record of this data set is the same
            #   undecided   nobody knows yet; it is not imported
            #   undo        the command `undo` removes what was written because of the judgement, and makes it undecided
            """;

    private static final List<String> WORDS = List.of("same", "different", "new", "undecided", "undo");

    /** The most candidates that the file lists for a foreign record. */
    private static final int SHOWN = 10;

    private JudgementYaml() {
    }

    /** Texts that do not begin with a letter may be numbers. */
    static YAMLMapper mapper() {
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

    /** Returns what is wrong with a judgement, or null. */
    static String fault(JsonNode entry) {
        String judgement = entry.path("judgement").asText();
        boolean named = Stream.of("kind", "source", "foreign").allMatch(key -> !entry.path(key).asText().isBlank());
        if (!entry.isObject() || !named || Kind.ofFolder(entry.path("kind").asText()).isEmpty()) {
            return "has no kind, source or foreign; write all three";
        }
        List<String> numbers = Stream.of("foreign", "name", "record").filter(key -> entry.has(key) && !isText(entry.get(key))).toList();
        if (!numbers.isEmpty()) {
            return String.join(", ", numbers) + " is no text; write it in quotation marks as the source prints it";
        }
        boolean lacksRecord = judgement.equals("same") ? entry.path("record").asText().isEmpty()
                : judgement.equals("different") && entry.path("record").isMissingNode();
        boolean hasRecord = entry.has("record") && !List.of("same", "different", "undo").contains(judgement);
        return WORDS.contains(judgement) && !lacksRecord && !hasRecord ? null : "'" + judgement
                + "' is not a judgement; write same or different with the slug of the record as 'record', new, undecided or undo";
    }

    /** Returns the best candidates as judgements list them. */
    static ArrayNode candidates(Match match) {
        ArrayNode candidates = JsonNodeFactory.instance.arrayNode();
        match.candidates().stream().limit(SHOWN).forEach(candidate -> candidates.addObject().put("record", candidate.slug())
                .put("score", Math.round(candidate.score() * 100) / 100.0).put("evidence", candidate.evidence()));
        return candidates;
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() || value.isArray() && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    /** Returns the text of the file of judgements. */
    static String text(Collection<ObjectNode> judgements) {
        try {
            return HEADER + mapper().writeValueAsString(judgements);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
