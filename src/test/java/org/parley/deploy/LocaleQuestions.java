package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Queries whose answers would differ if they depended on the locale: upper case, sort order, pages, numbers in messages. */
final class LocaleQuestions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEARCH = "{ search(text: \"%\", first: 40) { totalCount edges { cursor score highlight node { __typename"
            + " ... on Node { id } } } } }";
    private static final List<String> WORDS = List.of("ilham", "ILHAM", "İLHAM", "İlham Əliyev", "MINISTER", "minister", "Pashinian",
            "NAGORNO-KARABAGH", "negotiations", "FACILITATION", "Алиев", "ALIYEV", "Ալիեւ", "亚美尼亚 Armenia", "11 2020");

    private LocaleQuestions() {
    }

    private static Map<String, String> documents() throws IOException {
        Map<String, String> documents = new LinkedHashMap<>();
        try (Stream<Path> golden = Files.list(Path.of("src/test/resources/golden"))) {
            for (Path file : golden.filter(path -> path.toString().endsWith(".graphql")).sorted().toList()) {
                documents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        WORDS.forEach(words -> documents.put("search " + words, SEARCH.replace("%", words)));
        for (String place : List.of("MOSCOW", "moscow", "SOCHI", "WASHINGTON", "İSTANBUL", "TIRANA")) {
            documents.put("place " + place, "{ meetings(filter: {places: [\"" + place + "\"]}) { totalCount nodes { slug } } }");
        }
        for (String text : List.of("MINISTRY", "ILHAM", "İlham", "ARMENİA", "I")) {
            documents.put("text " + text, "{ actors(first: 100, filter: {text: \"" + text + "\"}) { totalCount nodes { slug } } meetings"
                    + "(first: 100, filter: {text: \"" + text + "\"}) { totalCount nodes { slug } } }");
        }
        for (String order : List.of("NAME_ASC", "NAME_DESC")) {
            documents.put(order, "{ actors(first: 100, orderBy: " + order + ") { edges { cursor node { name } } } }");
        }
        documents.put("lists",
                "{ issues { nodes { name } } tracks { nodes { name } } figures(first: 100) { nodes { measure value } } discrepancies(first: 50) { edges { cursor } } }");
        documents.put("timeline", "{ timeline(first: 100) { totalCount edges { cursor node { __typename } } } }");
        faults(documents);
        return documents;
    }

    private static void faults(Map<String, String> documents) {
        documents.put("syntax", "{\n  dataset { revision\n  !");
        documents.put("unknown field", "{ nothing }");
        documents.put("too long", "{ dataset { revision } } #" + "x".repeat(120_000));
        documents.put("too many tokens", "{ dataset { " + "revision ".repeat(12_000) + "} }");
        documents.put("too many fields", "{ dataset { " + "revision ".repeat(3_000) + "} }");
        documents.put("too deep", "{ a".repeat(3_000));
        documents.put("too expensive",
                "{ meetings(first: 100) { nodes { statements(first: 100) { nodes { replies(first: 100) { nodes { slug }" + " } } } } } }");
        documents.put("page", "{ actors(first: 1234567) { totalCount } }");
        documents.put("large", "{ actors(first: 4294967297) { totalCount } }");
        documents.put("text for number", "{ actors(first: \"1\") { totalCount } }");
        documents.put("cursor", "{ actors(first: 1, after: \"İI\") { totalCount } }");
        documents.put("enum", "{ actors(orderBy: name_asc) { totalCount } }");
        documents.put("day", "{ meetings(filter: {between: {from: \"2023-13-45\"}}) { totalCount } }");
        documents.put("future", "{ meetings(asOf: \"2999-01-01T00:00:00Z\") { totalCount } }");
        documents.put("unicode", "{ actor(slug: \"\\uD800\") { name } }");
    }

    /** The status and the bytes of each answer. */
    static Map<String, String> answers(PackagedService service) throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Map.Entry<String, String> document : documents().entrySet()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(service.address.resolve("/graphql"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document.getValue()))));
            answers.put(document.getKey(), send(request));
        }
        answers.put("schema", send(HttpRequest.newBuilder(service.address.resolve("/graphql/schema.graphql"))));
        return answers;
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + "\n" + response.body();
    }

    /** These questions find what they are about, and faults have their codes: else the same bytes would say little. */
    static void assertSomethingIsSaid(Map<String, String> answers) {
        for (String words : List.of("ilham", "ILHAM", "İLHAM", "MINISTER", "Алиев", "ALIYEV", "place MOSCOW", "text MINISTRY",
                "text İlham")) {
            String answer = answers.getOrDefault("search " + words, answers.get(words));
            assertTrue(answer.matches("(?s).*\"totalCount\":[1-9].*") && !answer.contains("\"errors\""), answer);
        }
        for (String limited : List.of("too long", "too many tokens", "too many fields", "too deep", "too expensive")) {
            assertTrue(answers.get(limited).contains("COST_EXCEEDED"), answers.get(limited));
        }
        assertTrue(answers.get("syntax").contains("GRAPHQL_PARSE_FAILED"), answers.get("syntax"));
        assertTrue(answers.values().stream().noneMatch(answer -> answer.contains("INTERNAL")), answers::toString);
    }
}
