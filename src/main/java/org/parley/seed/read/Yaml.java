package org.parley.seed.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;

/** How a file of the data set is read: one YAML document, no key twice. */
final class Yaml {

    private static final int MOST_CHARACTERS = 256 << 20;
    private static final ObjectReader READER = reader();

    private Yaml() {
    }

    private static ObjectReader reader() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        YAMLFactory yaml = YAMLFactory.builder().loaderOptions(options).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        return new YAMLMapper(yaml).reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The tree of a file, or null where it is no YAML. */
    static JsonNode tree(Path file, Consumer<Fault> faults) {
        try (InputStream stream = Files.newInputStream(file)) {
            return READER.readTree(stream);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            String reason = e.getOriginalMessage().lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
            faults.accept(new Fault(file.toString(), location == null ? 0 : location.getLineNr(), "", "is no YAML: " + reason));
        } catch (IOException e) {
            faults.accept(new Fault(file.toString(), 0, "", "cannot be read: " + e.getMessage()));
        }
        return null;
    }

    static Lines lines(Path file) {
        return new Lines(READER, file);
    }
}
