package org.parley.http;

import static org.parley.http.RawClient.encoded;
import static org.parley.http.RawClient.get;
import static org.parley.http.RawClient.json;
import static org.parley.http.RawClient.post;
import static org.parley.http.RawClient.query;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Malformed, oversized and expensive requests. */
public final class MalformedRequests {

    /** One request; `cut` if the client disconnects after sending it. */
    public record Hostile(String name, byte[] request, boolean cut) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String GOOD = "{ dataset { revision } }";
    private static final String PAGE = "query($c: String) { meetings(first: 1, after: $c) { nodes { slug } } }";

    private final List<Hostile> all = new ArrayList<>();

    private MalformedRequests() {
        deep();
        wide();
        dear();
        fragments();
        directives();
        introspection();
        values();
        texts();
        cursors();
        variables();
        documents();
        bodies();
        bytes();
        cutOff();
        http();
        persisted();
        surface();
    }

    public static List<Hostile> all() {
        return new MalformedRequests().all;
    }

    private void add(String name, byte[] request) {
        all.add(new Hostile(name, request, false));
    }

    private void ask(String name, String document) {
        add(name, query(document, Map.of()));
    }

    private void ask(String name, String document, Map<String, ?> variables) {
        add(name, query(document, variables));
    }

    private static String times(int number, IntFunction<String> each) {
        return IntStream.range(0, number).mapToObj(each).collect(Collectors.joining(" "));
    }

    private static String nested(String open, String inner, String close, int levels) {
        return open.repeat(levels) + inner + close.repeat(levels);
    }

    private void deep() {
        for (int levels : new int[]{21, 50, 200, 1_000, 3_000}) {
            ask("parts, " + levels + " levels",
                    nested("{ actor(slug: \"russia\") ", "", "", 1) + nested("{ parts ", "{ slug }", " }", levels) + " }");
            ask("selections alone, " + levels + " levels", nested("{ a ", "", "}", levels));
            ask("inline fragments, " + levels + " levels", "{" + nested("... { ", "dataset { revision }", " }", levels) + "}");
            ask("list literal, " + levels + " levels", "{ meetings(filter: {text: " + nested("[", "", "]", levels) + "}) { totalCount } }");
            ask("object literal, " + levels + " levels",
                    "{ meetings(filter: " + nested("{text: ", "1", "}", levels) + ") { totalCount } }");
            ask("type of a variable, " + levels + " levels",
                    "query($x: " + nested("[", "String", "]", levels) + ") { sources { nodes { slug } } }");
            ask("list variable, " + levels + " levels", "query($f: MeetingFilter) { meetings(filter: $f) { totalCount } }",
                    Map.of("f", Map.of("hosts", nestedList(Math.min(levels, 900)))));
        }
        ask("pages in pages in pages", nested("{ meetings(first: 100) { nodes ", "", "", 1)
                + nested("{ leaders { attended(first: 100) { nodes ", "{ slug }", " } } }", 5) + " } }");
        ask("threads of threads", "{ statements(first: 100) { nodes " + nested("{ thread ", "{ slug }", " }", 15) + " } }");
    }

    private static Object nestedList(int levels) {
        Object list = "x";
        for (int i = 0; i < levels; i++) {
            list = List.of(list);
        }
        return list;
    }

    private void wide() {
        for (int number : new int[]{101, 1_000, 5_000}) {
            ask(number + " aliases of a root field", "{" + times(number, i -> "a" + i + ": dataset { revision }") + "}");
            ask(number + " aliases of a leaf", "{ dataset {" + times(number, i -> "a" + i + ": revision") + "} }");
            ask(number + " unknown fields", "{" + times(number, i -> "f" + i) + "}");
            ask(number + " unknown arguments", "{ dataset(" + times(number, i -> "a" + i + ": 1") + ") { revision } }");
            ask(number + " operations", times(number, i -> "query Q" + i + GOOD));
            ask(number + " operations of one name", times(number, i -> "query Q" + GOOD));
            ask(number + " equal fields", "{" + times(number, i -> "sources { nodes { slug } }") + "}");
            ask(number + " fields that do not merge",
                    "{" + times(number, i -> "x: actors(first: " + (i % 100 + 1) + ") { totalCount }") + "}");
            ask(number + " leaves that do not merge",
                    "{ actors { nodes {" + times(number, i -> i % 2 == 0 ? "x: name" : "x: slug") + "} } }");
            ask(number + " variables", "query(" + times(number, i -> "$v" + i + ": Int") + ")" + GOOD);
            ask(number + " enum values", "{ meetings(filter: {kinds: [" + times(number, i -> "NOTHING" + i) + "]}) { totalCount } }");
        }
        ask("50 searches", "{" + times(51, i -> "s" + i + ": search(text: \"a e i o u\", first: 100) { totalCount }") + "}");
        ask("pages of everything",
                "{ timeline(first: 100) { nodes { ... on Meeting { statements(first: 100) { nodes { thread { replies(first: 100) "
                        + "{ nodes { thread { slug } } } } } } } } } }");
    }

    /** Valid queries with very large results. */
    private void dear() {
        ask("all standings with all their sources", "{ issues(first: 100) { nodes { standings(first: 100) { nodes { slug summary "
                + "actor { name } attestations { locator source { title } } } } } } }");
        for (ListField list : List.of(new ListField("actors", "attended"), new ListField("actors", "said"),
                new ListField("actors", "counterparts"), new ListField("issues", "standings"), new ListField("tracks", "meetings"),
                new ListField("sources", "attestations"))) {
            ask("pages of " + list.field() + " in pages of " + list.parents(),
                    "{ " + list.parents() + "(first: 100) { nodes { " + list.field()
                            + "(first: 100) { nodes { __typename } pageInfo { endCursor } edges { cursor node { __typename } } } } } }");
            ask("80 aliases of " + list.field(), "{ " + list.parents() + "(first: 100) { nodes {"
                    + times(80, i -> "a" + i + ": " + list.field() + "(first: 100) { totalCount nodes { __typename } }") + "} } }");
            ask("fragments that multiply " + list.field(),
                    "{ " + list.parents() + "(first: 100) { nodes { ...A } } } "
                            + times(12,
                                    i -> "fragment " + (char) ('A' + i) + " on " + list.owner() + " { x" + i + ": " + list.field()
                                            + "(first: 100) { totalCount } ..." + (char) ('B' + i) + " ..." + (char) ('B' + i) + " }")
                            + " fragment M on " + list.owner() + " { " + list.field() + "(first: 100) { nodes { __typename } } }");
        }
        for (String list : List.of("search(text: \"e\")", "mediationMatrix", "hostings", "discrepancies", "timeline", "figures")) {
            ask("50 aliases of " + list, "{" + times(50, i -> "a" + i + ": " + paged(list, i) + " { totalCount edges { cursor } }") + "}");
        }
        for (int values : new int[]{1000, 1001, 40_000}) {
            String[] names = IntStream.range(0, values).mapToObj(i -> "name " + i).toArray(String[]::new);
            ask(values + " places", "query($n: [String!]) { meetings(filter: {places: $n}) { totalCount } }", Map.of("n", names));
            ask(values + " actors", "query($n: [String!]) { meetings(filter: {together: $n, hosts: $n}) { totalCount } }",
                    Map.of("n", names));
        }
        for (String text : List.of("e", "\u0435", "a e i o u b c d f g h k l m n p r s t w", "e e e e e e e e e e e e e e e e e e e e")) {
            ask("search for " + text, "query($t: String!) { search(text: $t, types: [TRACK]) { totalCount nodes { __typename } } }",
                    Map.of("t", text));
            ask("filter for " + text, "query($t: String!) { statements(filter: {text: $t}) { totalCount } }", Map.of("t", text));
        }
        for (int levels : new int[]{3, 5, 8}) {
            ask("parts of parts, " + levels + " levels of every actor",
                    "{ actors(first: 100) { nodes " + nested("{ parts ", "{ name attestations { locator } }", " }", levels) + " } }");
            ask("counterparts of counterparts, " + levels + " levels", "{ actors(first: 100) { nodes "
                    + nested("{ counterparts(first: 100) { nodes { actor ", "{ name }", " } } }", levels) + " } }");
        }
    }

    private static String paged(String list, int page) {
        String size = "first: " + (100 - page);
        return list.endsWith(")") ? list.substring(0, list.length() - 1) + ", " + size + ")" : list + "(" + size + ")";
    }

    /** A list of each item of a list. */
    private record ListField(String parents, String field) {

        String owner() {
            return Character.toUpperCase(parents.charAt(0)) + parents.substring(1, parents.length() - 1);
        }
    }

    private void fragments() {
        for (int number : new int[]{2, 20, 200, 1_000}) {
            ask("cycle of " + number + " fragments",
                    "{ ...F0 } " + times(number, i -> "fragment F" + i + " on Query { ...F" + (i + 1) % number + " }"));
            ask("chain of " + number + " fragments to nowhere",
                    "{ ...F0 } " + times(number, i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " }"));
            ask(number + " unused fragments", GOOD + times(number, i -> "fragment F" + i + " on Query " + GOOD));
            ask(number + " fragments of one name", GOOD + times(number, i -> "fragment F on Query " + GOOD));
            ask(number + " fragments on nothing", "{ ...F0 }" + times(number, i -> "fragment F" + i + " on Nothing { a }"));
            ask("doubling through " + number + " fragments, cyclic",
                    "{ actor(slug: \"russia\") { ...F0 } } " + times(number, i -> "fragment F" + i + " on Actor { parts { ...F"
                            + (i + 1) % number + " } partOf { ...F" + (i + 1) % number + " } }"));
        }
        ask("a fragment of itself", "{ ...F } fragment F on Query { ...F }");
        ask("a fragment of itself, a level down", "{ actor(slug: \"russia\") { ...F } } fragment F on Actor { parts { ...F } }");
        for (int levels : new int[]{15, 25, 40}) {
            ask("bomb of 2^" + levels,
                    "{ actor(slug: \"russia\") { ...F0 } } " + times(levels,
                            i -> "fragment F" + i + " on Actor { a: parts { ...F" + (i + 1) + " } b: parts { ...F" + (i + 1) + " } }")
                            + "fragment F" + levels + " on Actor { slug }");
            ask("bomb of 10^" + levels + " without fields",
                    "{ ...F0 } " + times(levels, i -> "fragment F" + i + " on Query { " + ("...F" + (i + 1) + " ").repeat(10) + "}")
                            + "fragment F" + levels + " on Query { nothing }");
        }
    }

    private void directives() {
        for (int number : new int[]{101, 1_000, 3_000}) {
            ask(number + " directives on a field", "{ dataset" + " @skip(if: false)".repeat(number) + " { revision } }");
            ask(number + " unknown directives", "{ dataset" + times(number, i -> " @d" + i) + " { revision } }");
            ask(number + " directives on an operation", "query" + " @include(if: true)".repeat(number) + GOOD);
        }
        ask("a directive where it may not stand", "query @skip(if: true) " + GOOD);
        ask("a directive without its argument", "{ dataset @skip { revision } }");
        ask("a directive with a wrong argument", "{ dataset @skip(if: \"yes\") { revision } }");
        ask("everything left out", "{ dataset @skip(if: true) { nothing } }");
    }

    private void introspection() {
        ask("types of types", "{ __schema { types " + nested("{ fields { type ", "{ name }", " } }", 12) + " } }");
        ask("possible types, and back", "{ __schema { types " + nested("{ possibleTypes { interfaces ", "{ name }", " } }", 12) + " } }");
        ask("ofType, 100 levels", "{ __schema { types " + nested("{ ofType ", "{ name }", " }", 100) + " } }");
        ask("the schema 60 times", "{" + times(60, i -> "s" + i + ": __schema { types { fields { name } } }") + "}");
        ask("a type that is none", "{ __type(name: 1) { name } }");
    }

    private void values() {
        for (String size : List.of("0", "-1", "101", "2147483647", "2147483648", "-2147483649", "9".repeat(400), "1.0", "1e2", "\"1\"",
                "true", "[1, 2]", "{a: 1}", "ALL", "00", "0x10", "1_000")) {
            ask("first: " + size, "{ actors(first: " + size + ") { totalCount } }");
        }
        for (Object size : List.of(0, -1, 101, 2147483648L, 1e300, 1.5, "1", "one", true, List.of(1, 2), Map.of("a", 1),
                new BigDecimal("1e-400"))) {
            ask("variable first: " + size, "query($n: Int) { actors(first: $n) { totalCount } }", Map.of("n", size));
        }
        for (String day : List.of("2023-02-30", "0000-00-00", "99999999999-01-01", "-1", "2023-07-15T00:00:00Z",
                "'; drop table meeting; --", "\u0660\u0661", "")) {
            ask("from: " + day, "query($d: Date) { meetings(filter: {between: {from: $d}}) { totalCount } }", Map.of("d", day));
            ask("on: " + day, "query($d: Date) { actor(slug: \"russia\") { officeHolders(on: $d) { title } } }", Map.of("d", day));
        }
        ask("a range that ends before it begins",
                "{ meetings(filter: {between: {from: \"2023-07-15\", to: \"2020-01-01\"}}) { totalCount } }");
        ask("unknown enum value", "{ meetings(orderBy: SIDEWAYS) { totalCount } }");
        ask("unknown filter", "{ meetings(filter: {nothing: 1}) { totalCount } }");
        ask("the same filter twice", "{ meetings(filter: {text: \"a\", text: \"b\"}) { totalCount } }");
        ask("the same argument twice", "{ meetings(first: 1, first: 2) { totalCount } }");
        ask("null where none may be", "{ meetings(filter: {kinds: [null]}) { totalCount } }");
        ask("no argument where one has to be", "{ actor { slug } }");
        ask("5,000 ids of nothing",
                "query($i: [ID!]!) { nodes(ids: $i) { id ... on Actor { name attended(first: 100) { nodes { slug } } } } }",
                Map.of("i", Collections.nCopies(5_000, "nothing")));
        ask("60,000 ids of nothing", "query($i: [ID!]!) { nodes(ids: $i) { id __typename } }",
                Map.of("i", Collections.nCopies(60_000, "x")));
    }

    private void texts() {
        for (String text : List.of("\0", "Baku\0", "\ud800", "\udc00\ud800", "\uffff", "\u202e\u200b\ufeff", "%", "_", "\\", "'",
                "' or '1'='1", "'; drop table meeting; --", "${jndi:ldap://localhost/x}", "{{7*7}}", "<script>alert(1)</script>",
                "../../etc/passwd", "a\r\nSet-Cookie: x=y", "\u0130\u0131\ufb03", "e\u0301".repeat(1_000), "(((", "a:*&!|", "!!", ":*",
                "\\0", "a".repeat(100_000), "a ".repeat(50_000), "%".repeat(50_000), "%".repeat(9_999), "\ud83d\ude00".repeat(10_000))) {
            String shown = text.length() > 30 ? text.substring(0, 10) + "... (" + text.length() + ")" : text;
            ask("a filter's text " + json(shown), "query($t: String) { meetings(filter: {text: $t}) { totalCount } "
                    + "statements(filter: {text: $t}) { totalCount } actors(filter: {text: $t}) { totalCount } wrong: actors(first: 0) { totalCount } }",
                    Map.of("t", text));
            ask("a search for " + json(shown),
                    "query($t: String!) { search(text: $t) { nodes { __typename } } wrong: actors(first: 0) { totalCount } }",
                    Map.of("t", text));
            ask("a slug " + json(shown),
                    "query($t: String!) { actor(slug: $t) { name } meetings(filter: {hosts: [$t], sources: [$t], places: [$t]}) "
                            + "{ totalCount } node(id: $t2) { id } }".replace("$t2", "\"x\""),
                    Map.of("t", text));
        }
        ask("100,000 slugs in a filter",
                "query($h: [String!]) { meetings(filter: {hosts: $h, together: $h}) { totalCount } wrong: actors(first: 0) "
                        + "{ totalCount } }",
                Map.of("h", Collections.nCopies(100_000, "russia")));
        ask("50,000 slugs in a document",
                "{ meetings(filter: {hosts: [" + "\"a\" ".repeat(20_000) + "]}) { totalCount } wrong: actors(first: 0) { totalCount } }");
        ask("a text of a megabyte in a document", "{ actor(slug: \"" + "a".repeat(900_000) + "\") { name } }");
        ask("a rejected text of 900,000 characters, 50 times",
                "query($c: String) {" + times(50, i -> "a" + i + ": meetings(first: 1, after: $c) { totalCount }") + "}",
                Map.of("c", "a".repeat(900_000)));
    }

    private void cursors() {
        String good = "date_asc\n2023-07-15\nbrussels-2023-07-15";
        for (String cursor : List.of("", "=", "a", "....", "null", "' or 1=1 --", "'; drop table meeting; --", encode("\n\n\n"),
                encode(good), encode(good + "\n0"), encode(good + "\nffffffff"), encode("x' or 'a'='a\n1\n2\n" + crc("x' or 'a'='a\n1\n2")),
                encode("meetings\n'; drop table meeting; --\nx\n" + crc("meetings\n'; drop table meeting; --\nx")),
                encode("\0\n\0\n\0\n" + crc("\0\n\0\n\0")), encode("a\n".repeat(100_000)), "A".repeat(500_000),
                encode("\ud800\n1\n1\n1"))) {
            ask("after: " + (cursor.length() > 60 ? cursor.length() + " characters" : cursor), PAGE, Map.of("c", cursor));
        }
        for (String list : List.of("meetings-date-asc", "meetings", "DATE_ASC", "meeting-date")) {
            for (String key : List.of("'; drop table meeting; --", "\0", "not a day", "infinity", "99999-99-99", "")) {
                String place = list + "\n" + key + "\nx";
                ask("a forged cursor of " + list + ", " + json(key), PAGE, Map.of("c", encode(place + "\n" + crc(place))));
            }
        }
        ask("first with last", "{ meetings(first: 1, last: 1) { totalCount } }");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String crc(String place) {
        CRC32 checksum = new CRC32();
        checksum.update(place.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }

    private void variables() {
        String document = "query($s: String!) { actor(slug: $s) { name } }";
        for (Object value : Arrays.asList(1, 1.5, true, List.of("russia", "russia"), Map.of("slug", "russia"), List.of(), Map.of())) {
            ask("a slug that is " + value, document, Map.of("s", value));
        }
        ask("a variable that is missing", document);
        add("a variable that is null", post("{\"query\": " + json(document) + ", \"variables\": {\"s\": null}}"));
        ask("a variable of an unknown type", "query($x: Nothing) " + GOOD);
        ask("a variable of an output type", "query($x: Actor) " + GOOD);
        ask("a variable that is not declared", "{ actor(slug: $s) { name } }", Map.of("s", "russia"));
        ask("a variable of the wrong type", "query($s: Int) { actor(slug: $s) { name } }");
        ask("a variable declared twice", "query($s: String!, $s: String!) { actor(slug: $s) { name } }", Map.of("s", "russia"));
        ask("a variable that nothing uses", "query($s: String!)" + GOOD, Map.of("s", "russia"));
        ask("100 wrong variables", "query(" + times(100, i -> "$v" + i + ": Int!") + ") {"
                + times(40, i -> "a" + i + ": actors(first: $v" + i + ") { totalCount }") + "}");
    }

    private void documents() {
        for (String document : List.of("", " ", "#", "{", "}", "{}", "{ }", "query", "query {", "fragment", "null", "[]",
                "mutation { load }", "subscription { changes }", "type A { b: Int }", "schema { query: A }", "extend type Query { a: Int }",
                "{ dataset }", "{ dataset { } }", "{ dataset { revision { a } } }", "{ nothing }", "{ __nothing }", "{ a: }", "{ a(b: ) }",
                "query ($) { a }", "{ \"a\" }", "\"\"\"", "{ actor(slug: \"\"\"", "{ actor(slug: \"", "{ actor(slug: \"\\u00\") { name } }",
                "{ actor(slug: \"\\ud800\") { name } }", "{ actor(slug: \"\\u{110000}\") { name } }", "query { dataset { revision } } }",
                "\ufeff{", "{ \0 }", "\u0000", "{ d\u0430taset { revision } }", "(".repeat(9_000), "#".repeat(99_000), ",".repeat(99_000),
                "\n".repeat(200_000), "@".repeat(9_000), "$".repeat(9_000), "\"".repeat(9_001), "...".repeat(9_000), "{".repeat(99_000),
                "a ".repeat(9_000), "a ".repeat(49_000), "1".repeat(99_000), "\"" + "\\\"".repeat(40_000))) {
            ask("document " + (document.length() > 40 ? json(document.substring(0, 3)) + " (" + document.length() + ")" : json(document)),
                    document);
        }
        add("an operation that is not there", post(json(Map.of("query", "query A " + GOOD, "operationName", "B"))));
        add("an operation of half a character", post("{\"query\": \"query A { dataset { revision } }\", \"operationName\": \"\\ud800\"}"));
        add("no operation of two", post(json(Map.of("query", "query A " + GOOD + " query B " + GOOD))));
        ask("a name of 90,000 characters", "query " + "A".repeat(90_000) + "{ nothing }");
        ask("an alias of 40,000 characters", "{" + "a".repeat(40_000) + ": actors(first: 0) { totalCount } }");
        ask("a field of 90,000 characters", "{" + "a".repeat(90_000) + "}");
    }

    private void bodies() {
        for (String body : List.of("", "{", "}", "[]", "[{}]", "null", "true", "1", "\"query\"", "{}", "{\"query\"}", "{\"query\":}",
                "{\"query\": null}", "{\"query\": 1}", "{\"query\": []}", "{\"query\": {}}", "{\"query\": true}", "{query: \"{ a }\"}",
                "{'query': '{ a }'}", "{\"query\": \"{ a }\",}", "{\"query\": \"{ a }\"} {}", "{\"query\": \"{ a }\"} x", "NaN",
                "{\"query\": NaN}", "{\"query\": \"{ a }\", \"variables\": 1}", "{\"query\": \"{ a }\", \"variables\": []}",
                "{\"query\": \"{ a }\", \"variables\": \"{}\"}", "{\"query\": \"{ a }\", \"operationName\": 1}",
                "{\"query\": \"{ a }\", \"extensions\": 1}", "{\"query\": \"{ a }\", \"extensions\": []}", "{\"query\": \"\n\"}",
                "{\"query\": \"\\x\"}", "{\"query\": \"\\u12\"}", "{\"query\": \"{ a \\ud800 }\"}", "/* a */ {}", "{\"a\": 1e999999999}",
                "{\"a\": " + "9".repeat(200_000) + "}", nested("[", "", "]", 100_000), nested("{\"a\":", "1", "}", 100_000),
                "[".repeat(900_000), "{\"a\":".repeat(150_000), "{\"variables\": " + nested("[", "", "]", 10_000) + "}",
                "{\"" + "a".repeat(900_000) + "\": 1}", "{" + times(60_000, i -> "\"k" + i + "\": 1,") + "\"query\": \"{ a }\"}",
                "[" + "1,".repeat(400_000) + "1]")) {
            add("body " + (body.length() > 50 ? body.substring(0, 6) + "... (" + body.length() + ")" : body), post(body));
        }
        add("a list of requests", post("[" + "{\"query\": \"{ dataset { revision } }\"},".repeat(1_000) + "{}]"));
        add("a body of two megabytes", post("{\"query\": \"" + "a".repeat(2_000_000) + "\"}"));
    }

    private void bytes() {
        byte[] good = "{\"query\": \"{ a }\"}".getBytes(StandardCharsets.UTF_8);
        int[][] wrong = {{0xff}, {0xfe, 0xff}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xf8, 0x88, 0x80, 0x80, 0x80}, {0x80}, {0xc3}, {0x00},
                {0x1b}};
        for (int[] sequence : wrong) {
            byte[] body = new byte[good.length + sequence.length];
            System.arraycopy(good, 0, body, 0, 12);
            for (int i = 0; i < sequence.length; i++) {
                body[12 + i] = (byte) sequence[i];
            }
            System.arraycopy(good, 12, body, 12 + sequence.length, good.length - 12);
            add("bytes " + Arrays.toString(sequence) + " in a document", post(body));
        }
        add("UTF-16", post("{\"query\": \"{ a }\"}".getBytes(StandardCharsets.UTF_16)));
        add("UTF-32", post("{\"query\": \"{ a }\"}".getBytes(Charset.forName("UTF-32"))));
        add("zeros", post(new byte[100_000]));
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        add("noise", post(noise));
        add("compressed noise", post(noise, "Content-Encoding: gzip"));
    }

    private void cutOff() {
        byte[] request = query(GOOD, Map.of());
        for (int length : new int[]{1, 4, 20, 60, request.length - 40, request.length - 1}) {
            all.add(new Hostile("cut off after " + length + " bytes", Arrays.copyOf(request, length), true));
        }
        all.add(new Hostile("a body shorter than it says", post("{}", "Content-Length: 1000"), true));
        all.add(new Hostile("a body of chunks that ends early", post("5\r\n{\"que", "Transfer-Encoding: chunked"), true));
        all.add(new Hostile("an empty request", new byte[0], true));
        add("a body longer than it says", post("{\"query\": \"{ a }\"}", "Content-Length: 3"));
        add("a length that is negative", post("{}", "Content-Length: -1"));
        add("a length that is no number", post("{}", "Content-Length: ten"));
        add("a length beyond all measure", post("{}", "Content-Length: 99999999999999999999"));
        add("two lengths", post("{}", "Content-Length: 2", "Content-Length: 3"));
        add("a length beside chunks", post("0\r\n\r\n", "Content-Length: 2", "Transfer-Encoding: chunked"));
        all.add(new Hostile("a chunk of wrong size", post("zz\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), true));
        add("an unknown encoding", post("{}", "Transfer-Encoding: nothing"));
    }

    private void http() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                "application/graphql", "application/xml", "", "json", "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1", "a".repeat(5_000))) {
            add("Content-Type " + (type.length() > 50 ? type.length() + " characters" : type),
                    post("{\"query\": \"{ a }\"}", "Content-Type: " + type));
        }
        for (String accept : List.of("text/html", "image/png", "application/xml", ";", ",", "q=1", "*", "application/json;q=0",
                "a/".repeat(2_000))) {
            add("Accept " + (accept.length() > 50 ? accept.length() + " characters" : accept),
                    post("{\"query\": \"{ a }\"}", "Accept: " + accept));
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "X")) {
            add(method, get(method, "?query=" + encoded(GOOD)));
        }
        for (String parameters : List.of("", "?", "?query", "?query=", "?query=%", "?query=%zz", "?query=%ff", "?query=%00", "?query=%7B",
                "?query=" + encoded(GOOD) + "&variables=x", "?query=" + encoded(GOOD) + "&variables=%5B%5D",
                "?query=" + encoded(GOOD) + "&variables=%ff", "?query=" + encoded(GOOD) + "&extensions=1",
                "?query=" + encoded("mutation { load }"), "?query=" + encoded("{ a }") + "&query=b", "?query=" + "%7B".repeat(1_000),
                "?" + "a=1&".repeat(900), "?operationName=" + encoded(GOOD))) {
            add("GET " + (parameters.length() > 50 ? parameters.substring(0, 20) + "... (" + parameters.length() + ")" : parameters),
                    get("GET", parameters));
        }
        add("an address of 100,000 characters", get("GET", "?query=" + "a".repeat(100_000)));
        add("a header of 100,000 characters", get("GET", "?query=%7B", "X-Long: " + "a".repeat(100_000)));
        add("10,000 headers", get("GET", "?query=%7B", times(10_000, i -> "X-" + i + ": 1\r").replace("\r ", "\r\n").strip()));
        add("a header of no form", get("GET", "?query=%7B", "nothing"));
        add("HTTP of another time", "GET /graphql?query=%7B HTTP/9.9\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        add("no HTTP", "{\"query\": \"{ a }\"}\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private void surface() {
        for (String path : List.of("/graphql/%2e%2e/q/metrics", "/graphql/..%2fq/health", "/graphql/%252e%252e/q/metrics",
                "/graphql//../../q/metrics", "/%71/metrics", "/graphql/..;/q/metrics", "/graphql/%c0%ae%c0%ae/q/metrics",
                "/q/health/live")) {
            add("path " + path, RawClient.page(path));
        }
        for (String lengths : List.of("Transfer-Encoding: chunked\r\nContent-Length: 5", "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: chunked, chunked", "Content-Length: +5", "Transfer-Encoding : chunked\r\nContent-Length: 5")) {
            add("framing " + lengths.replace("\r\n", ", "), post("0\r\n\r\n", lengths));
        }
        add("a bad token with a body that never comes", post("{", "Authorization: Bearer x.y.z", "Content-Length: 900000"));
        add("a bad token with a long body", post("a".repeat(900_000), "Authorization: Bearer x.y.z"));
        add("a length that is too large, and no body", post("", "Content-Length: 1000000000"));
        add("a body that waits to be asked for", post("{", "Expect: 100-continue", "Content-Length: 2000000"));
        all.add(new Hostile("HTTP/2 without TLS", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.UTF_8), true));
        add("10,000 forwarding proxies", post("{}", "X-Forwarded-For: " + "1.2.3.4,".repeat(2_000)));
    }

    private void persisted() {
        for (String extension : List.of("null", "1", "{}", "{\"version\": 2, \"sha256Hash\": \"x\"}", "{\"version\": 1}",
                "{\"version\": 1, \"sha256Hash\": 1}", "{\"version\": \"1\", \"sha256Hash\": \"x\"}",
                "{\"version\": 1, \"sha256Hash\": \"\"}", "{\"version\": 1, \"sha256Hash\": \"" + "f".repeat(100_000) + "\"}")) {
            add("persisted query " + extension.substring(0, Math.min(60, extension.length())),
                    post("{\"extensions\": {\"persistedQuery\": " + extension + "}}"));
        }
        add("a document under the hash of another", post(json(Map.of("query", GOOD, "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", PersistedQueries.hash("another")))))));
    }
}
