package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of the documentation to files and headings exist. */
class DocumentationLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern REFERENCE = Pattern.compile("\\]\\[(\\w+)\\]");
    private static final Set<String> GENERATED = Set.of("node_modules", "target", ".git");

    @Test
    void linksToFilesAndHeadingsExist() throws IOException {
        List<Path> files = documents();
        assertTrue(files.size() > 15, files.toString());
        List<String> broken = new ArrayList<>();
        for (Path file : files) {
            broken.addAll(broken(file, Files.readString(file)));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void brokenLinksAreReported() throws IOException {
        Path readme = Path.of("README.md");
        assertEquals(List.of(),
                broken(readme, "[a](docs/tables.md), [b](docs/tables.md#rows-and-columns), [c](https://example.org/x), [d](#e)\n# E"));
        assertEquals(3, broken(readme, "[a](docs/none.md), [b](docs/tables.md#none), [c](#none)").size());
        assertEquals(List.of("README.md: no target for [x]"), broken(readme, "[a][x] and [b][y]\n\n[y]: http://localhost:8080/"));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of(""))) {
            return found.filter(path -> path.toString().endsWith(".md")).filter(path -> Stream
                    .iterate(path, p -> p != null, Path::getParent).noneMatch(part -> GENERATED.contains(part.getFileName().toString())))
                    .toList();
        }
    }

    private static List<String> broken(Path file, String text) throws IOException {
        List<String> broken = new ArrayList<>();
        String prose = text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "code");
        Matcher link = LINK.matcher(prose);
        while (link.find()) {
            String target = link.group(1);
            if (!target.contains("://") && !target.startsWith("mailto:") && !exists(file, text, target)) {
                broken.add(file + ": " + target);
            }
        }
        Matcher reference = REFERENCE.matcher(prose);
        while (reference.find()) {
            if (!text.contains("\n[" + reference.group(1) + "]: ")) {
                broken.add(file + ": no target for [" + reference.group(1) + "]");
            }
        }
        return broken;
    }

    private static boolean exists(Path file, String text, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path linked = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!parts[0].isEmpty() && !Files.exists(linked)) {
            return false;
        }
        return parts.length == 1 || anchors(parts[0].isEmpty() ? text : Files.readString(linked)).contains(parts[1]);
    }

    /** The anchors of headings, as GitHub makes them. */
    private static Set<String> anchors(String text) {
        return text.replaceAll("(?s)```.*?```", "").lines().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
