package org.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.web.RecordView.Citation;
import org.parley.web.RecordView.Disagreement;
import org.parley.web.RecordView.Fact;
import org.parley.web.RecordView.Link;
import org.parley.web.RecordView.Moment;
import org.parley.web.RecordView.Row;
import org.parley.web.RecordView.Section;
import org.parley.web.RecordView.Value;

/** Makes the view of a record from the response to a query of records.graphql. */
final class RecordViews {

    private static final String UNSPECIFIED = "UNSPECIFIED";
    /** Characters of a value that shares its line with others. */
    private static final int LINE = 60;

    /** Ends the address of each record. */
    private final String query;

    /** Makes views whose links lead to records as of a moment; null for their current state. */
    RecordViews(String asOf) {
        this.query = asOf == null ? "" : "?asOf=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8);
    }

    RecordView of(JsonNode record) {
        String summary = text(record, "summary") == null ? text(record, "description") : text(record, "summary");
        String kind = Texts.word(record.path("__typename").asText());
        return new RecordView(isAlleged(record) ? "alleged " + kind : kind, title(record), moment(record.path("date")), summary,
                text(record, "quotation"), facts(record), sections(record), map(record.path("discrepancies"), this::disagreement),
                citations(record));
    }

    /** The address of a record, relative to the root. Positions have no slug of their own. */
    static String address(JsonNode record) {
        String type = record.path("__typename").asText();
        return Texts.word(type) + "/" + (type.equals("Position") ? URLEncoder.encode(record.path("id").asText(), StandardCharsets.UTF_8)
                : record.path("slug").asText());
    }

    /** The name of a record, which says if it may not have happened. */
    static String title(JsonNode record) {
        return record.path("label").asText() + (isAlleged(record) ? " (alleged)" : "");
    }

    /** Whether a source only alleges that it happened. */
    static boolean isAlleged(JsonNode record) {
        return record.path("alleged").asBoolean();
    }

    Link link(JsonNode record) {
        return new Link(title(record), address(record) + query);
    }

    private List<Fact> facts(JsonNode record) {
        return RecordFields.FACTS.entrySet().stream().map(field -> fact(field.getValue(), values(record, field.getKey())))
                .filter(fact -> !fact.values().isEmpty()).toList();
    }

    private Fact fact(String name, List<Link> values) {
        return new Fact(name, values, values.stream().anyMatch(value -> value.address() == null && value.text().length() > LINE));
    }

    private List<Link> values(JsonNode record, String field) {
        JsonNode value = record.path(field);
        if (RecordFields.ENUMS.contains(field) && value.isTextual()) {
            return value.asText().equals(UNSPECIFIED) ? List.of() : List.of(Link.text(words(value.asText())));
        }
        List<Link> values = values(value);
        return field.equals("places") && record.path("placeInferred").asBoolean() ? values.stream().map(Link::asInferred).toList() : values;
    }

    private List<Link> values(JsonNode value) {
        return value.isArray() ? items(value).flatMap(each -> values(each).stream()).toList() : Stream.of(value)
                .filter(each -> !each.isMissingNode() && !each.isNull()).map(this::value).filter(link -> link.text() != null).toList();
    }

    private Link value(JsonNode value) {
        if (value.has("slug")) {
            return link(value);
        } else if (value.has("scheme")) {
            return new Link(value.path("scheme").asText() + " " + value.path("value").asText(), text(value, "url"));
        } else if (value.has("edtf")) {
            return new Link(value.path("label").asText(), null, value.path("inferred").asBoolean());
        } else if (value.has("from")) {
            return Link.text(period(value));
        } else if (value.has("latitude")) {
            return Link.text(value.path("latitude").asText() + ", " + value.path("longitude").asText());
        }
        String text = value.asText();
        return text.matches("https?://.*") ? new Link(text, text) : Link.text(text);
    }

    /** Returns a period as text; null if neither end is known. */
    private static String period(JsonNode period) {
        Moment from = moment(period.path("from"));
        Moment to = moment(period.path("to"));
        return from == null && to == null ? null : printed(from) + " – " + printed(to);
    }

    private static String printed(Moment moment) {
        return moment == null ? "…" : moment.printed();
    }

    private List<Section> sections(JsonNode record) {
        List<Section> sections = new ArrayList<>();
        RecordFields.LISTS.forEach((field, heading) -> {
            JsonNode list = record.path(field);
            List<Row> rows = map(list.has("nodes") ? list.get("nodes") : list, this::row);
            if (!rows.isEmpty()) {
                sections.add(new Section(heading, rows, Math.max(0, list.path("totalCount").asInt() - rows.size())));
            }
        });
        return sections;
    }

    private Row row(JsonNode item) {
        Moment date = moment(item.path("date"));
        if (item.has("stance")) {
            return new Row(date, link(item), item.path("actor").path("label").asText() + ", " + words(item.path("stance").asText()) + ": "
                    + item.path("issue").path("label").asText());
        } else if (item.has("relation")) {
            JsonNode other = item.has("record") ? item.get("record") : item.get("agreement");
            return new Row(null, link(other), words(item.path("relation").asText()));
        } else if (item.has("number")) {
            return new Row(new Moment(item.path("number").asText(), false), Link.text(item.path("summary").asText()), text(item, "text"));
        } else if (item.has("holder")) {
            String held = period(item.path("period"));
            return new Row(held == null ? null : new Moment(held, false), link(item.get("holder")), item.path("title").asText());
        } else if (item.has("actor")) {
            return participation(item);
        }
        return new Row(date, link(item),
                items(item.path("speakers")).map(each -> each.path("label").asText()).collect(Collectors.joining(", ")));
    }

    private Row participation(JsonNode item) {
        String role = item.has("role") ? words(item.get("role").asText()) : null;
        String text = Stream
                .of(role, text(item.path("office"), "title"),
                        item.path("onBehalfOf").isObject() ? "for " + item.path("onBehalfOf").path("label").asText() : null,
                        item.path("inferred").asBoolean() ? "inferred" : null)
                .filter(each -> each != null).collect(Collectors.joining(", "));
        return new Row(null, link(item.get("actor")), text);
    }

    private Disagreement disagreement(JsonNode one) {
        return new Disagreement(one.path("field").asText(), words(one.path("rule").asText()), text(one, "note"),
                map(one.path("values"), each -> new Value(each.path("value").asText(),
                        each.path("value").asText().equals(one.path("shown").asText()), map(each.path("attestations"), this::citation))));
    }

    private List<Citation> citations(JsonNode record) {
        return map(record.has("attested") ? record.path("attested").path("nodes") : record.path("attestations"), this::citation);
    }

    private Citation citation(JsonNode attestation) {
        return new Citation(link(attestation.path(attestation.has("record") ? "record" : "source")),
                new Link(attestation.path("locator").asText(), text(attestation, "url")),
                attestation.has("voice") ? words(attestation.get("voice").asText()) : null, text(attestation, "fragment"),
                text(attestation, "field"), text(attestation, "value"));
    }

    static Moment moment(JsonNode date) {
        return date.isObject() ? new Moment(date.path("label").asText(), date.path("inferred").asBoolean()) : null;
    }

    /** Returns the text of a field, or null if the object does not have the field. */
    static String text(JsonNode object, String field) {
        return object.path(field).asText(null);
    }

    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static <T> List<T> map(JsonNode list, Function<JsonNode, T> view) {
        return list.isArray() ? items(list).map(view).toList() : List.of();
    }
}
