package org.parley.seed.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.seed.read.SeedKind;

/** The JSON Schemas of the data set: the same that an editor completes from while a person types. */
public final class Schemas {

    private static final String ADDRESS = "https://parley.example/schema/";
    private static final String FOLDER = "org/parley/seed/schema/";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mapPrefix(ADDRESS, "classpath:" + FOLDER)));
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(Schemas::pattern).build();
    private static final Map<String, JsonNode> TREES = new ConcurrentHashMap<>();

    private Schemas() {
    }

    /** In JSON Schema `$` is the end of a text; in Java it also stands before a last line feed. All patterns end with it. */
    private static RegularExpression pattern(String text) {
        Pattern pattern = Pattern.compile(text.replaceFirst("\\$\\z", "\\\\z"));
        return value -> pattern.matcher(value).find();
    }

    static JsonSchema of(SeedKind kind) {
        return FACTORY.getSchema(SchemaLocation.of(ADDRESS + kind.folder() + ".json"), CONFIG);
    }

    /** The piece of schema in which a keyword stands. */
    static JsonNode around(SchemaLocation keyword) {
        String file = keyword.getAbsoluteIri().toString().substring(ADDRESS.length());
        String pointer = keyword.getFragment().toString();
        return tree(file).at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /** The keys that a definition in the schema of that kind has. */
    static Set<String> keys(SeedKind kind, String definition) {
        Set<String> keys = new TreeSet<>();
        tree(kind.folder() + ".json").path("$defs").path(definition).path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The files as they are, by name. */
    public static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        Stream.concat(Stream.of("common"), Arrays.stream(SeedKind.values()).map(SeedKind::folder)).map(name -> name + ".json")
                .forEach(file -> texts.put(file, read(file)));
        return texts;
    }

    /** The file of that name, read. */
    public static JsonNode tree(String file) {
        return TREES.computeIfAbsent(file, name -> {
            try {
                return new ObjectMapper().readTree(read(name));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String read(String file) {
        try (InputStream stream = Schemas.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
