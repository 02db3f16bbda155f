package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Evaluates expressions of a mapping: texts with columns in braces, and maps that change the texts of another expression. */
final class Expression {

    static final Set<String> KEYS = Set.of("value", "first", "split", "pattern", "as", "words", "otherwise", "formats", "from", "to", "new",
            "record", "edtf", "reading", "inferred");
    /** The keys of expressions whose values have no columns. */
    static final Set<String> CONSTANT = Set.of("words", "pattern", "as", "split", "formats");
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
    /** Of the templates of mappings, of which there are few. */
    private static final Map<String, List<String>> PARTS = new ConcurrentHashMap<>();
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Expression() {
    }

    static Values evaluate(JsonNode expression, Scope scope) {
        if (expression.isTextual()) {
            return template(expression.textValue(), scope);
        }
        if (expression.isArray()) {
            return all(expression, scope);
        }
        if (expression.isMissingNode()) {
            return new Values(List.of(), null, false);
        }
        if (!expression.isObject()) {
            return Values.constant(expression.asText());
        }
        Values values = expression.has("first") ? first(expression.get("first"), scope)
                : evaluate(expression.has("record") ? expression.get("record") : expression.path("value"), scope);
        Values changed = values
                .with(values.texts().stream().flatMap(text -> split(expression, text)).map(text -> replaced(expression, text))
                        .flatMap(text -> word(expression, text).stream()).filter(text -> !text.isBlank()).toList());
        return changed.isBlank() && expression.has("otherwise") ? changed.with(evaluate(expression.get("otherwise"), scope).texts())
                : changed;
    }

    private static Values all(JsonNode expressions, Scope scope) {
        List<String> texts = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        boolean usesColumns = false;
        for (JsonNode expression : expressions) {
            Values values = evaluate(expression, scope);
            texts.addAll(values.texts());
            Optional.ofNullable(values.printed()).ifPresent(printed::add);
            usesColumns |= values.usesColumns();
        }
        return new Values(texts.stream().distinct().toList(), printed.isEmpty() ? null : String.join("; ", printed), usesColumns);
    }

    private static Values first(JsonNode expressions, Scope scope) {
        Values values = new Values(List.of(), null, false);
        for (JsonNode expression : expressions) {
            values = evaluate(expression, scope);
            if (!values.isBlank()) {
                return values;
            }
        }
        return values;
    }

    /** Replaces each column by its text. If one is blank, the template has no value; if one has several texts, it has several values. */
    private static Values template(String template, Scope scope) {
        List<String> parts = PARTS.computeIfAbsent(template, Expression::parts);
        List<String> texts = List.of(parts.get(0));
        boolean usesColumns = parts.size() > 1;
        for (int i = 1; i < parts.size(); i += 2) {
            List<String> values = scope.texts(parts.get(i));
            String constant = parts.get(i + 1);
            texts = texts.size() == 1 && values.size() == 1 ? List.of(texts.get(0) + values.get(0) + constant)
                    : texts.stream().flatMap(text -> values.stream().map(value -> text + value + constant)).toList();
        }
        List<String> all = texts.stream().filter(text -> !text.isBlank()).toList();
        return new Values(all, usesColumns && !all.isEmpty() ? String.join("; ", all) : null, usesColumns);
    }

    /** Returns the constant parts of a template and, between them, its columns. */
    private static List<String> parts(String template) {
        List<String> parts = new ArrayList<>();
        Matcher column = COLUMN.matcher(template);
        int end = 0;
        while (column.find()) {
            parts.add(template.substring(end, column.start()));
            parts.add(column.group(1));
            end = column.end();
        }
        parts.add(template.substring(end));
        return parts;
    }

    private static Stream<String> split(JsonNode expression, String text) {
        return expression.has("split")
                ? Arrays.stream(pattern(expression.get("split").asText()).split(text)).map(String::strip).filter(part -> !part.isEmpty())
                : Stream.of(text);
    }

    private static String replaced(JsonNode expression, String text) {
        return expression.has("pattern")
                ? pattern(expression.get("pattern").asText()).matcher(text).replaceAll(expression.path("as").asText("")).strip() : text;
    }

    /** Returns the word of the mapping for a text. A key in slashes is a regular expression for the whole text. */
    private static Optional<String> word(JsonNode expression, String text) {
        JsonNode words = expression.path("words");
        if (words.isMissingNode()) {
            return Optional.of(text);
        }
        for (Map.Entry<String, JsonNode> word : words.properties()) {
            if (isFor(word.getKey(), text)) {
                return Optional.of(word.getValue().asText());
            }
        }
        if (!expression.has("otherwise")) {
            throw new CellException("'" + text + "' is not among the words of the mapping; add it, or correct the cell");
        }
        return Optional.empty();
    }

    private static boolean isFor(String key, String text) {
        boolean isPattern = key.length() > 1 && key.startsWith("/") && key.endsWith("/");
        return isPattern ? pattern(key.substring(1, key.length() - 1)).matcher(text).matches()
                : key.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
    }

    static boolean matches(JsonNode pattern, Values values) {
        return values.texts().stream().anyMatch(text -> pattern(pattern.asText()).matcher(text).matches());
    }

    /** A full stop matches line breaks too. Throws a PatternSyntaxException if the text is no regular expression. */
    static Pattern pattern(String text) {
        return PATTERNS.computeIfAbsent(text,
                regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    static List<String> inBraces(String template) {
        List<String> parts = PARTS.computeIfAbsent(template, Expression::parts);
        return IntStream.range(0, parts.size() / 2).mapToObj(i -> parts.get(2 * i + 1)).toList();
    }

    /** Returns the columns that an expression, or an object with fields, reads. */
    static Set<String> columns(JsonNode node) {
        Set<String> columns = new TreeSet<>();
        if (node.isTextual()) {
            columns.addAll(inBraces(node.textValue()));
        }
        node.properties().stream().filter(field -> !CONSTANT.contains(field.getKey()) && !field.getKey().equals("join"))
                .forEach(field -> columns.addAll(columns(field.getValue())));
        if (node.isArray()) {
            node.forEach(item -> columns.addAll(columns(item)));
        }
        return columns;
    }
}
