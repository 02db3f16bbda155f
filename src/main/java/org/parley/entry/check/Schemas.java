package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.regex.RegularExpression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.entry.RecordDefinitions;
import org.parley.record.JsonSchemas;
import org.parley.record.Kind;

/** The JSON Schemas by which entries are checked. Dumps copy them to the folder `schema` of a data set, for use by editors. */
public final class Schemas {

    private static final String COMMON = "common.json";
    private static final Map<String, JsonNode> TREES = trees();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(TREES.entrySet().stream()
                    .collect(Collectors.toMap(file -> JsonSchemas.BASE_URI + file.getKey(), file -> file.getValue().toString())))));
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(Schemas::pattern).build();

    private Schemas() {
    }

    private static Map<String, JsonNode> trees() {
        Map<String, JsonNode> trees = new TreeMap<>();
        try (InputStream common = JsonSchemas.class.getResourceAsStream(COMMON)) {
            trees.put(COMMON, new JsonMapper().readTree(common));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RecordDefinitions.all().forEach(definition -> trees.put(definition.kind().folder() + ".json", JsonSchemas.of(definition)));
        return trees;
    }

    /**
     * Compiles a pattern of JSON Schema. There `$` matches only at the end of the text; in Java also before a final line feed. All patterns
     * end with `$`.
     */
    private static RegularExpression pattern(String text) {
        Pattern pattern = Pattern.compile(text.replaceFirst("\\$\\z", "\\\\z"));
        return new RepeatedText(pattern);
    }

    /** A pattern that remembers the last text that it matched: the attestations of a record mostly have one source and one locator. */
    private static final class RepeatedText implements RegularExpression {

        private final Pattern pattern;
        private volatile String last;

        private RepeatedText(Pattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public boolean matches(String value) {
            if (value.equals(last)) {
                return true;
            }
            boolean matches = pattern.matcher(value).find();
            if (matches) {
                last = value;
            }
            return matches;
        }
    }

    static JsonSchema of(Kind kind) {
        return FACTORY.getSchema(SchemaLocation.of(JsonSchemas.BASE_URI + kind.folder() + ".json"), CONFIG);
    }

    /** Returns the schema object that contains a keyword. */
    static JsonNode parent(SchemaLocation keyword) {
        String file = keyword.getAbsoluteIri().toString().substring(JsonSchemas.BASE_URI.length());
        String pointer = keyword.getFragment().toString();
        return tree(file).at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /** Returns the content of all schema files by name. */
    public static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        TREES.forEach((file, tree) -> files.put(file, JsonSchemas.text(tree)));
        return files;
    }

    /** Returns a schema by file name. */
    public static JsonNode tree(String file) {
        return TREES.get(file);
    }
}
