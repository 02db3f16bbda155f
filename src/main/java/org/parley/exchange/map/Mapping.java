package org.parley.exchange.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.parley.dataset.PathCheck;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.exchange.read.ForeignFile;
import org.parley.record.Kind;

/** A mapping file: how the rows of a foreign file become entries. mapping.json is its JSON Schema. */
public final class Mapping {

    private static final String SCHEMA = "/org/parley/exchange/mapping.json";
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final JsonNode tree;

    private Mapping(JsonNode tree) {
        this.tree = tree;
    }

    /** Reads and checks a mapping. Throws a FaultyDataException with all its faults. */
    public static Mapping read(Path file) {
        PathCheck.file(file);
        List<Fault> faults = new ArrayList<>();
        JsonNode tree = tree(file, faults);
        if (faults.isEmpty()) {
            schema().validate(tree).forEach(
                    message -> faults.add(new Fault(file.toString(), 0, message.getInstanceLocation().toString(), message.getError())));
        }
        if (faults.isEmpty()) {
            new MappingCheck((path, message) -> faults.add(new Fault(file.toString(), 0, path, message))).check(new Mapping(tree));
        }
        if (!faults.isEmpty()) {
            throw new FaultyDataException("in the mapping; nothing was written", faults);
        }
        return new Mapping(tree);
    }

    private static JsonNode tree(Path file, List<Fault> faults) {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            faults.add(new Fault(file.toString(), e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "",
                    "is not valid YAML: " + e.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            faults.add(new Fault(file.toString(), 0, "", "cannot be read: " + PathCheck.reason(e)));
        }
        return null;
    }

    private static JsonSchema schema() {
        try (InputStream schema = Mapping.class.getResourceAsStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the slug of the source, or an empty text. */
    public String source() {
        return tree.path("source").asText();
    }

    /** Returns how the file is written, as far as the mapping says. */
    public ForeignFile.Form form() {
        return new ForeignFile.Form(tree.has("format") ? ForeignFile.Format.valueOf(tree.get("format").asText()) : null,
                tree.has("encoding") ? Charset.forName(tree.get("encoding").asText()) : null, letter("delimiter"), letter("quote"),
                optional());
    }

    private Character letter(String key) {
        return tree.has(key) ? tree.get(key).asText().charAt(0) : null;
    }

    /** Returns the columns and lists that the file may lack. */
    Set<String> optional() {
        return StreamSupport.stream(tree.path("optional").spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    /** Returns the name of the encoding, or an empty text. */
    String encoding() {
        return tree.path("encoding").asText();
    }

    JsonNode lookups() {
        return tree.path("lookups");
    }

    List<Section> sections() {
        return IntStream.range(0, tree.path("records").size()).mapToObj(i -> new Section(i + 1, tree.path("records").get(i))).toList();
    }

    /**
     * How rows become records of one kind.
     *
     * @param number position in the mapping, from 1
     */
    record Section(int number, JsonNode tree) {

        Kind kind() {
            return Kind.ofFolder(tree.path("kind").asText()).orElseThrow();
        }

        JsonNode fields() {
            return tree.path("fields");
        }

        String rows() {
            return tree.path("rows").asText();
        }

        String voice() {
            return tree.path("voice").asText("DOCUMENT_FACT");
        }

        Values locator(Scope scope) {
            return tree.has("locator") ? Expression.evaluate(tree.get("locator"), scope) : Values.constant("row " + scope.row().number());
        }

        Values key(Scope scope) {
            return Expression.evaluate(tree.path("key"), scope);
        }

        boolean takes(Scope scope) {
            return tree.path("where").properties().stream().allMatch(condition -> Expression.matches(condition.getValue(),
                    Expression.evaluate(TextNode.valueOf(condition.getKey()), scope)));
        }
    }
}
