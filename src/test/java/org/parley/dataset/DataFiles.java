package org.parley.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Changes the files of a data set at random, in likely and unlikely ways. */
final class DataFiles {

    private static final List<String> SCALARS = List.of("010", "0x1F", "1e400", "-0", ".inf", ".nan", "1_000", "!!binary aGVsbG8=",
            "!!str x", "&a x", "*a", "<<", "~", "null", "true", "yes", "\"\"", "' '", "\"\\0\"", "\"\\ud800\"", "\"\\u200b\"", "\"a\\tb\"",
            "2021-02-30", "2021", "0000", "\"2021-01-01\\n\"", "[]", "{}", "[[x]]", "{a: b}", "9999999999999999999999", "\"\\U0001F600\"",
            "é", "e\u0301", "\u202e", "|\n    block\n", ">-\n    folded", "- x", "@x", "`x", "%x", "x: y", "#", "'unclosed", "\"unclosed",
            "[", "{", "x\ty", "\t");
    private static final List<String> LINES = List.of("---", "...", "%YAML 1.1", "<<: *a", "slug: twice", "\tx: y", "- ", "? x", ": x",
            "- - - x", "- [", "- {slug: a, slug: b}", "# comment", "\u0000", "\u0007bell", "key with spaces: x", "\"\\u001b[2J\": x",
            "  unknown: x", "      deep: x", "*a", "!!set {x}", "- slug: added\n  name: Added", "~", "[]", "\"a/b\": x", "\"*\": x");
    private static final List<String> NAMES = List.of("x.YAML", "x.yml", "x.json", "x.yaml.txt", "#x.yaml", ".x.yaml", "x yaml", "x\n.yaml",
            "\u001b[31m.yaml", "é.yaml", "x.yaml~", "a'b.yaml", "--quiet.yaml", "*.yaml");

    private final Path folder;
    private final Random random;

    DataFiles(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    /** Makes a few changes and describes them. */
    String mutate() throws IOException {
        StringBuilder done = new StringBuilder();
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            Path file = pick(files());
            done.append(folder.relativize(file)).append(": ").append(change(file)).append("; ");
        }
        return done.toString();
    }

    private String change(Path file) throws IOException {
        int kind = random.nextInt(12);
        switch (kind) {
            case 0, 1, 2 -> scalar(file);
            case 3, 4 -> line(file);
            case 5 -> bytes(file);
            case 6 -> encode(file);
            case 7 -> other(file);
            case 8 -> shape(file);
            case 9 -> indent(file);
            case 10 -> repeat(file);
            default -> swap(file);
        }
        return "change " + kind;
    }

    /** Replaces the value of a key. */
    private void scalar(Path file) throws IOException {
        List<String> lines = lines(file);
        int at = random.nextInt(lines.size());
        lines.set(at, lines.get(at).replaceFirst("^( *(?:- )?[a-zA-Z]+:) .*", "$1 " + quoted(pick(SCALARS))));
        Files.write(file, lines);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private void line(Path file) throws IOException {
        List<String> lines = lines(file);
        if (random.nextBoolean()) {
            lines.add(random.nextInt(lines.size() + 1), pick(LINES));
        } else {
            lines.remove(random.nextInt(lines.size()));
        }
        Files.write(file, lines);
    }

    private void bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Files.write(file, bytes);
    }

    private void encode(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Files.write(file, switch (random.nextInt(5)) {
            case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> (text + "# \u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            default -> text.replace("\n", "\u2028").getBytes(StandardCharsets.UTF_8);
        });
    }

    /** Renames or deletes a file, or adds a link or a folder. */
    private void other(Path file) throws IOException {
        try {
            Path beside = file.resolveSibling(pick(NAMES));
            switch (random.nextInt(5)) {
                case 0 -> Files.copy(file, beside);
                case 1 -> Files.move(file, beside);
                case 2 -> Files.createSymbolicLink(file.resolveSibling("link.yaml"),
                        pick(List.of(file, Path.of("nowhere"), Path.of("link.yaml"))));
                case 3 -> Files.createDirectory(file.resolveSibling("folder.yaml"));
                default -> Files.delete(file);
            }
        } catch (FileSystemException | InvalidPathException e) {
            // The name is not allowed by this file system, or it exists.
            Files.writeString(file, "");
        }
    }

    private void shape(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Files.writeString(file, switch (random.nextInt(7)) {
            case 0 -> "";
            case 1 -> "# nothing\n";
            case 2 -> text + "---\n" + text;
            case 3 -> "[".repeat(1 + random.nextInt(3000));
            case 4 -> "a: b\n";
            case 5 -> "{\"slug\": \"a\"}";
            default -> "[{\"slug\": \"json\", \"name\": \"J\\u00e9\\n\"}, 1, null, [true]]";
        });
    }

    private void indent(Path file) throws IOException {
        List<String> lines = lines(file);
        int at = random.nextInt(lines.size());
        lines.set(at, random.nextBoolean() ? "  " + lines.get(at) : lines.get(at).replaceFirst("^ ", ""));
        Files.write(file, lines);
    }

    private void repeat(Path file) throws IOException {
        List<String> lines = lines(file);
        int at = random.nextInt(lines.size());
        lines.add(at, lines.get(at));
        Files.write(file, lines);
    }

    private void swap(Path file) throws IOException {
        List<String> lines = lines(file);
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        lines.set(one, lines.set(other, lines.get(one)));
        Files.write(file, lines);
    }

    private List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList());
        return lines.isEmpty() ? new ArrayList<>(List.of("")) : utf8(lines);
    }

    private static List<String> utf8(List<String> lines) {
        lines.replaceAll(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        return lines;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !Files.isSymbolicLink(file)).sorted().toList();
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
