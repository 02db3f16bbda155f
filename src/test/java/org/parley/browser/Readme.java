package org.parley.browser;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What README.md shows: a query, its answer, a link that opens it in GraphiQL, and links to other questions. */
record Readme(String link, String query, JsonNode answer, List<String> questions) {

    private static final String LOCAL = "http://localhost:8080";

    private static final Pattern QUESTION = Pattern.compile("(?m)^\\[\\w+\\]: " + LOCAL + "(/graphiql/\\S+)$");

    static Readme read() {
        try {
            String text = Files.readString(Path.of("README.md"));
            JsonNode answer = new ObjectMapper().enable(JsonParser.Feature.ALLOW_COMMENTS).readTree(first(text, "```jsonc\n(.*?)```"));
            return new Readme(first(text, "\\(" + LOCAL + "(/graphiql[^)]*)\\)"), first(text, "```graphql\n(.*?)```").strip(), answer,
                    QUESTION.matcher(text).results().map(question -> question.group(1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many hostings the answer counts. */
    int hostings() {
        return answer.at("/data/hostings/totalCount").asInt();
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!found.find()) {
            throw new AssertionError("README.md has no " + pattern);
        }
        return found.group(1);
    }
}
