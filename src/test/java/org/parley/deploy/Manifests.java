package org.parley.deploy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects of an overlay, rendered by kubectl or kustomize, whichever is installed. */
final class Manifests {

    static final Path FOLDER = Path.of("deploy");
    static final Optional<List<String>> RENDERER = onPath("kubectl").map(kubectl -> List.of(kubectl, "kustomize"))
            .or(() -> onPath("kustomize").map(kustomize -> List.of(kustomize, "build")));

    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<JsonNode> objects;

    private Manifests(List<JsonNode> objects) {
        this.objects = objects;
    }

    /** Renders a copy, in which a person has written the passwords that the overlay `dev` wants. */
    static Manifests render(String overlay) throws Exception {
        Path copy = Files.createTempDirectory("deploy");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.writeString(copy.resolve("overlays/dev/database.env"), "username=parley\npassword=of-this-test\n");
        Files.writeString(copy.resolve("overlays/dev/service.env"), "username=parley_service\npassword=of-this-test\n");
        List<String> command = new ArrayList<>(RENDERER.orElseThrow());
        command.add(copy.resolve("overlays").resolve(overlay).toString());
        File errors = Files.createTempFile("render", null).toFile();
        Process rendering = new ProcessBuilder(command).redirectError(errors).start();
        String rendered = new String(rendering.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (rendering.waitFor() != 0) {
            throw new AssertionError(overlay + " does not render: " + Files.readString(errors.toPath()));
        }
        try (MappingIterator<JsonNode> documents = YAML.readerFor(new TypeReference<JsonNode>() {
        }).readValues(rendered)) {
            return new Manifests(documents.readAll());
        }
    }

    private static Optional<String> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    List<JsonNode> objects() {
        return objects;
    }

    List<JsonNode> ofKind(String... kinds) {
        return objects.stream().filter(object -> List.of(kinds).contains(object.at("/kind").asText())).toList();
    }

    boolean has(String kind, String name) {
        return ofKind(kind).stream().anyMatch(object -> name(object).equals(name));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** The pods that are made: the templates of deployments, stateful sets and jobs. */
    List<JsonNode> podTemplates() {
        return ofKind("Deployment", "StatefulSet", "Job").stream().map(object -> object.at("/spec/template")).toList();
    }

    List<JsonNode> pods() {
        return podTemplates().stream().map(template -> template.get("spec")).toList();
    }

    static List<JsonNode> containers(JsonNode pod) {
        return Stream.of("initContainers", "containers").flatMap(list -> items(pod.path(list))).toList();
    }

    /** The containers of the service itself, its commands among them. */
    List<JsonNode> ofTheService() {
        Predicate<JsonNode> own = container -> container.get("image").asText().matches("(.*/)?parley:[^/]+");
        return pods().stream().flatMap(pod -> containers(pod).stream()).filter(own).toList();
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static YAMLMapper yaml() {
        return YAML;
    }
}
