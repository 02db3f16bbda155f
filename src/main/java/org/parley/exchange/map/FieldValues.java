package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.fault.TextRules;
import org.parley.record.Field;
import org.parley.record.FieldType;

/** Converts the texts of an expression to the values of a field. */
final class FieldValues {

    private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[\\s\"<>\\\\^`{|}]");

    private final References references;

    FieldValues(References references) {
        this.references = references;
    }

    /** A value in the form of an entry, and as the file prints it, or null. */
    record Converted(JsonNode value, String printed) {}

    List<Converted> of(Field field, JsonNode expression, Scope scope) {
        List<Converted> converted = new ArrayList<>();
        if (expression.has("edtf")) {
            return of(field, expression.get("edtf"), scope);
        } else if (expression.isArray()) {
            expression.forEach(item -> converted.addAll(of(field, item, scope)));
        } else if (field.type() == FieldType.DATE && (expression.has("from") || expression.has("to"))) {
            converted.addAll(interval(expression, scope));
        } else if (field.type() == FieldType.DATE) {
            converted.addAll(dates(Expression.evaluate(expression, scope), expression));
        } else {
            Values values = Expression.evaluate(expression, scope);
            values.texts().stream().map(text -> tidy(field, text)).filter(text -> !text.isEmpty()).forEach(text -> references
                    .convert(field, expression, text, scope).ifPresent(value -> converted.add(new Converted(value, values.printed()))));
        }
        return converted;
    }

    /** Returns a date as the source has it, with what was inferred. */
    JsonNode date(Field field, JsonNode expression, Scope scope, List<Converted> values) {
        String edtf = range(values);
        List<Converted> reading = of(field, expression.path("reading"), scope);
        if (!reading.isEmpty()) {
            return JsonNodeFactory.instance.objectNode().put("edtf", edtf).put("reading", range(reading));
        }
        JsonNode inferred = Expression.evaluate(expression.path("inferred"), scope).texts().stream()
                .map(text -> scalar(FieldType.FLAG, text)).filter(Objects::nonNull).findFirst().orElse(null);
        return inferred == null ? TextNode.valueOf(edtf)
                : JsonNodeFactory.instance.objectNode().put("edtf", edtf).set("inferred", inferred);
    }

    private static String range(List<Converted> values) {
        return ForeignDate.range(values.stream().map(value -> value.value().asText()).toList());
    }

    /** Returns null for a field without a value. Throws a CellException if it has a reading. */
    JsonNode noValue(Field field, JsonNode expression, Scope scope) {
        if (!of(field, expression.path("reading"), scope).isEmpty()) {
            throw new CellException("has a reading, but no date; write the date that the source has");
        }
        return null;
    }

    /** Returns the ends of an interval, or the first day alone if the last one is blank. */
    private static List<Converted> interval(JsonNode expression, Scope scope) {
        List<Converted> days = new ArrayList<>();
        for (String end : new String[]{"from", "to"}) {
            if (expression.has(end)) {
                days.addAll(dates(Expression.evaluate(expression.get(end), scope), expression));
            }
            if (end.equals("from") && days.isEmpty()) {
                days.add(new Converted(TextNode.valueOf(ForeignDate.OPEN), null));
            }
        }
        return days.stream().allMatch(day -> day.value.asText().equals(ForeignDate.OPEN)) ? List.of() : days;
    }

    /**
     * Replaces characters that texts may not have by blanks, and line breaks, except in texts of several lines. Encodes characters that web
     * addresses may not have.
     */
    private static String tidy(Field field, String text) {
        if (field.type() == FieldType.URL || field.type() == FieldType.URLS) {
            return NOT_IN_ADDRESSES.matcher(TextRules.oneLine(text))
                    .replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
        }
        boolean hasLines = field.type() == FieldType.TEXT || field.type() == FieldType.TEXTS;
        return hasLines ? text.lines().map(TextRules::oneLine).collect(Collectors.joining("\n")).strip() : TextRules.oneLine(text);
    }

    private static List<Converted> dates(Values values, JsonNode expression) {
        List<String> formats = StreamSupport.stream(expression.path("formats").spliterator(), false).map(JsonNode::asText).toList();
        return values.texts().stream().map(text -> new Converted(TextNode.valueOf(ForeignDate.convert(text, formats)), values.printed()))
                .toList();
    }

    /** Converts a text to a number or a flag; other texts are kept, for the checks to report. */
    static JsonNode scalar(FieldType type, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case INTEGER -> text.matches("\\d{1,9}") ? nodes.numberNode(Integer.parseInt(text)) : nodes.textNode(text);
            case NUMBER -> text.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? nodes.numberNode(Double.parseDouble(text)) : nodes.textNode(text);
            case FLAG -> List.of("true", "yes", "1").contains(text.toLowerCase(Locale.ROOT)) ? nodes.booleanNode(true)
                    : List.of("false", "no", "0").contains(text.toLowerCase(Locale.ROOT)) ? null : nodes.textNode(text);
            default -> nodes.textNode(text);
        };
    }
}
