package org.parley.seed.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that the data set was written from, where they lie in a folder beside the project. Scanned pages break words and ligatures:
 * each text is read in every way in which it can be mended.
 */
final class SourceTexts {

    static final int COPIED = 8;

    /** From here on a web page speaks of other articles. */
    private static final String FURNITURE = "\nRelated articles";
    private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String NOT_IN_A_MARK = "(?%s![" + SUPERSCRIPT + "])";
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

    private final Map<String, String> texts = new HashMap<>();
    private final Set<List<String>> runs = new HashSet<>();

    /** The texts of these sources, by the titles that they begin with; the one left over is the one that has no title. */
    private SourceTexts(List<Path> files, Map<String, String> slugsByTitle) {
        Map<String, String> left = new HashMap<>(slugsByTitle);
        List<String> untitled = new ArrayList<>();
        for (Path file : files) {
            String text = read(file);
            List<String> starts = readings(text.substring(0, Math.min(text.length(), 400)));
            left.keySet().stream().filter(title -> starts.stream().anyMatch(start -> plain(start).contains(plain(title)))).findFirst()
                    .ifPresentOrElse(title -> texts.put(left.remove(title), text), () -> untitled.add(text));
        }
        if (untitled.size() == 1 && left.size() == 1) {
            texts.put(left.values().iterator().next(), untitled.get(0));
        }
        texts.values().forEach(text -> readings(text).forEach(this::addRuns));
    }

    /** Empty where there is no such folder. */
    static SourceTexts beside(Path project, Map<String, String> slugsByTitle) {
        try (Stream<Path> beside = Files.list(project.toAbsolutePath().getParent())) {
            List<Path> files = beside.map(folder -> folder.resolve("seeds")).filter(Files::isDirectory).flatMap(SourceTexts::list)
                    .filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            return new SourceTexts(files, slugsByTitle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.indexOf(FURNITURE);
            return end < 0 ? text : text.substring(0, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    Set<String> slugs() {
        return texts.keySet();
    }

    /** Whether the words stand in the source as they are. */
    boolean quotes(String slug, String words) {
        return !texts.containsKey(slug) || readings(texts.get(slug)).stream().anyMatch(reading -> plain(reading).contains(plain(words)));
    }

    /** Whether the source has a footnote of that number; where the scan cut its text, its mark vouches for it. */
    boolean hasFootnote(String slug, int number) {
        String mark = String.valueOf(number).chars().mapToObj(digit -> SUPERSCRIPT.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
        return Pattern.compile("(?m)^\\s*" + number + "\\h\\p{L}|" + String.format(Locale.ROOT, NOT_IN_A_MARK, "<") + mark
                + String.format(Locale.ROOT, NOT_IN_A_MARK, "")).matcher(texts.get(slug)).find();
    }

    /** How many paragraphs of a line each the source has, its title and headings not counted. */
    long linesOfProse(String slug) {
        return texts.get(slug).lines().filter(line -> line.split(" ").length > 12).count();
    }

    /** The first eight words in a row that stand in one of the texts; null where none do. */
    String copied(String ours) {
        List<String> words = words(ours);
        for (int i = 0; i + COPIED <= words.size(); i++) {
            if (runs.contains(words.subList(i, i + COPIED))) {
                return String.join(" ", words.subList(i, i + COPIED));
            }
        }
        return null;
    }

    private void addRuns(String reading) {
        List<String> words = words(reading);
        for (int i = 0; i + COPIED <= words.size(); i++) {
            runs.add(List.copyOf(words.subList(i, i + COPIED)));
        }
    }

    private static List<String> readings(String text) {
        List<String> readings = new ArrayList<>();
        for (String joined : List.of(text.replaceAll("-\\s*\n\\s*", ""), text.replaceAll("-\\s*\n\\s*", "-"))) {
            String unnumbered = joined.replaceAll("[" + SUPERSCRIPT + "]", "");
            readings.add(unnumbered);
            readings.add(unnumbered.replaceAll("(fl|fi|ff) (?=\\p{Ll})", "$1"));
        }
        return readings;
    }

    private static List<String> words(String text) {
        return Arrays.stream(WORD.split(plain(text))).filter(word -> !word.isEmpty()).toList();
    }

    private static String plain(String text) {
        return text.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"').replaceAll("(?U)\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
