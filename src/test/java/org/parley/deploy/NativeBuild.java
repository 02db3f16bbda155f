package org.parley.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The inputs of a native build: jars, their settings, features (classes that compute settings), and arguments. */
final class NativeBuild {

    static final Path FOLDER = Path.of("target/native-sources");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SERVICE = Pattern.compile("META-INF/services/([^/]+)");
    private static final Pattern BUNDLE = Pattern.compile("(.+/)?[^/_]+\\.properties");

    private final Map<String, JsonNode> reflective = new HashMap<>();
    private final Set<String> bundles = new HashSet<>();
    private final List<Pattern> resources = new ArrayList<>();
    private final Map<String, Set<String>> providers = new HashMap<>();
    private final Set<String> bundleFiles = new TreeSet<>();
    private final Set<String> namedByFeatures = new HashSet<>();
    private final Set<String> initializedAtRunTime = new HashSet<>();

    static NativeBuild read() throws IOException {
        NativeBuild build = new NativeBuild();
        String arguments = Files.readString(FOLDER.resolve("native-image.args"));
        Set<String> features = Set.of(group(arguments, "--features=(\\S+)").split(","));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (ZipFile jar = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : Collections.list(jar.entries())) {
                        build.read(jar, entry, features);
                    }
                }
            }
        }
        return build;
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void read(ZipFile jar, ZipEntry entry, Set<String> features) throws IOException {
        String name = entry.getName();
        Matcher service = SERVICE.matcher(name);
        if (name.startsWith("META-INF/native-image/") && name.endsWith(".json")) {
            readSettings(name, JSON.readTree(bytes(jar, entry)));
        } else if (name.startsWith("META-INF/native-image/") && name.endsWith("native-image.properties")) {
            Matcher classes = Pattern.compile("--initialize-at-run-time=([^\\s\\\\]+)").matcher(text(jar, entry));
            while (classes.find()) {
                initializedAtRunTime.addAll(Set.of(classes.group(1).split(",")));
            }
        } else if (service.matches()) {
            text(jar, entry).lines().map(line -> line.replaceAll("#.*", "").strip()).filter(line -> !line.isEmpty())
                    .forEach(provider -> providers.computeIfAbsent(service.group(1), none -> new TreeSet<>()).add(provider));
        } else if (BUNDLE.matcher(name).matches()) {
            bundleFiles.add(name.replace(".properties", ""));
        } else if (name.endsWith(".class") && features.contains(name.replaceAll("\\$.*|\\.class$", "").replace('/', '.'))) {
            readFeature(bytes(jar, entry));
        }
    }

    private void readSettings(String file, JsonNode settings) {
        if (file.contains("reflect-config")) {
            items(settings).forEach(type -> reflective.putIfAbsent(type.get("name").asText(), type));
        } else if (file.contains("resource-config")) {
            items(settings.path("bundles")).forEach(bundle -> bundles.add(bundle.get("name").asText()));
            items(settings.path("resources").path("includes"))
                    .forEach(include -> resources.add(Pattern.compile(include.get("pattern").asText())));
        } else if (file.contains("reachability-metadata")) {
            items(settings.path("reflection")).filter(type -> type.path("type").isTextual())
                    .forEach(type -> reflective.putIfAbsent(type.get("type").asText(), type));
        }
    }

    /** A feature names by literals what it registers for reflection, and in one call what it has initialized at run time. */
    private void readFeature(byte[] bytes) {
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, ClassReader.SKIP_DEBUG);
        for (MethodNode method : type.methods) {
            Set<String> literals = new HashSet<>();
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String literal) {
                    literals.add(literal);
                } else if (instruction instanceof MethodInsnNode call && call.name.equals("initializeAtRunTime")) {
                    initializedAtRunTime.addAll(literals);
                }
            }
            namedByFeatures.addAll(literals);
        }
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    private static String text(ZipFile jar, ZipEntry entry) throws IOException {
        return new String(bytes(jar, entry), StandardCharsets.UTF_8);
    }

    /** The setting for a class that is registered for reflection by configuration. */
    JsonNode reflective(String type) {
        return reflective.get(type);
    }

    boolean hasClass(String name) {
        return reflective.containsKey(name) || namedByFeatures.contains(name);
    }

    boolean hasResource(String name) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    boolean hasBundle(String name) {
        return bundles.contains(name);
    }

    /** All bundles that lie in the folder of this one: which of them a library reads depends on what it has to say. */
    Collection<String> bundlesBeside(String name) {
        String folder = name.replace('.', '/').replaceAll("[^/]*$", "");
        return folder.isEmpty() ? Set.of(name) : bundleFiles.stream().filter(file -> file.replaceAll("[^/]*$", "").equals(folder))
                .map(file -> file.replace('/', '.')).toList();
    }

    /** The classes that provide a service. */
    Set<String> providers(String service) {
        return providers.getOrDefault(service, Set.of());
    }

    /** Whether the class is initialized when the executable is built, so that what its initializer does is done by then. */
    boolean isInitializedAtBuildTime(String type) {
        return !initializedAtRunTime.contains(type);
    }
}
