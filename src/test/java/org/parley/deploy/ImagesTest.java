package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The process in an image exits when memory is exhausted, so that it is restarted. */
class ImagesTest {

    @Test
    void theJvmOfTheImageEndsWhereMemoryRunsOut() throws Exception {
        String entryPoint = Files.readAllLines(Path.of("src/main/docker/Dockerfile.jvm")).stream()
                .filter(line -> line.startsWith("ENTRYPOINT ")).findFirst().orElseThrow();
        List<String> words = List.of(new ObjectMapper().readValue(entryPoint.substring("ENTRYPOINT ".length()), String[].class));
        List<String> command = new ArrayList<>(words.subList(0, words.indexOf("-jar")));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), printed);
        assertTrue(printed.lines().anyMatch(line -> line.matches(".*\\bExitOnOutOfMemoryError\\s*=\\s*true\\b.*")), printed);
    }

    @Test
    void theNativeExecutableEndsWhereMemoryRunsOut() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        List<String> arguments = List.of(settings.getProperty("quarkus.native.additional-build-args").split(","));
        assertTrue(arguments.contains("-R:+ExitOnOutOfMemoryError"), arguments::toString);
    }
}
