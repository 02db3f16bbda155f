package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dictionary lists each term once, and no text of the code base contains a word that it excludes. */
class DictionaryTest {

    private static final Path DICTIONARY = Path.of("docs/dictionary.md");

    /** A row of a Markdown table: its first column, and its second. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\|");

    /** String literals, text blocks and comments of Java; strings and comments of GraphQL. Character literals are matched to skip them. */
    private static final Pattern TEXTS = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\""
            + "|'(?:\\\\.)?[^'\n]*'|/\\*[\\s\\S]*?\\*/|//[^\n]*|#[^\n]*");

    /** What may be between two words of a phrase: a line break of a comment or of a string. */
    private static final String GAP = "[\\s*/\"+#-]+";

    private static final String ADDRESS = "https?://\\S+";

    /** A property of schema.org, alone in a literal. */
    private static final String PROPERTY = "\"citation\"";

    private final String dictionary = read(DICTIONARY);
    private final String section = section();
    private final Map<String, String> excluded = excluded();
    private final Pattern pattern = Pattern.compile(
            excluded.keySet().stream().map(word -> word.replace(" ", GAP)).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
            Pattern.CASE_INSENSITIVE);

    /** Excluded words and what to write instead. */
    private Map<String, String> excluded() {
        Map<String, String> words = new LinkedHashMap<>();
        rows(section).filter(row -> row.group(1).startsWith("`")).forEach(
                row -> Arrays.stream(row.group(1).split(",\\s*")).forEach(word -> words.put(word.replace("`", ""), row.group(2).strip())));
        return words;
    }

    private static Stream<MatchResult> rows(String text) {
        return ROW.matcher(text).results();
    }

    /** The section that lists the excluded words. */
    private String section() {
        int start = dictionary.indexOf("## Words not used");
        return dictionary.substring(start, dictionary.indexOf("\n## ", start));
    }

    @Test
    void eachTermIsListedOnce() {
        Set<String> terms = new TreeSet<>();
        List<String> repeated = rows(dictionary.replace(section, "")).flatMap(row -> Stream.of(row.group(1).split(",\\s*")))
                .filter(term -> !Set.of("term", "text").contains(term)).filter(term -> !terms.add(term)).toList();
        assertTrue(terms.size() > 50, terms.toString());
        assertEquals(List.of(), repeated);
    }

    @Test
    void noTextContainsAnExcludedWord() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            found.addAll(excludedIn(file.toString(), read(file).replaceAll(ADDRESS, "").replace(PROPERTY, "")));
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void excludedWordsAreFoundInTextsButNotInCode() {
        String code = """
                /** Whom it may
                 * concern: whom
                 * it may. */
                int anew(char quote) { // Hence.
                    return quote == '"' ? anew : print("\\nWherein \\"all\\" is "
                            + "told.", '#');
                }
                """;
        assertEquals(List.of("1 whom it", "2 whom it", "4 hence", "5 wherein", "5 is told"),
                excludedIn("A.java", code).stream().map(line -> line.replaceAll("A.java:(\\d+): '(.*)'.*", "$1 $2")).toList());
        assertEquals(List.of("a.md:1: 'anew'; write: again"), excludedIn("a.md", "anew, renewed"));
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("schema.graphql"), Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        for (String folder : List.of("docs", "src/main/java", "src/main/resources")) {
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                found.filter(file -> file.toString().matches(".*\\.(java|md|sql|properties)")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** Where a text contains excluded words: file, line, word and what to write instead. */
    private List<String> excludedIn(String file, String content) {
        String text = file.matches(".*\\.(java|graphql)") ? withoutCode(content) : content.replace(section, "\n".repeat(lines(section)));
        return pattern.matcher(text).results().map(match -> {
            String word = match.group().replaceAll(GAP, " ").toLowerCase(Locale.ROOT);
            int line = 1 + lines(text.substring(0, match.start()));
            return file + ":" + line + ": '" + word + "'; write: " + excluded.get(word);
        }).toList();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }

    /** Only its texts, at the same places. Quotes and plus signs between two texts remain, since together they are one text. */
    private static String withoutCode(String content) {
        StringBuilder texts = new StringBuilder(content.replaceAll("[^\\s\"+]", ";"));
        TEXTS.matcher(content).results().filter(text -> !text.group().startsWith("'"))
                .forEach(text -> texts.replace(text.start(), text.end(), text.group().replaceAll("\\\\[ntr]", "  ")));
        return texts.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
