package org.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Facts by field, in the order of the page. */
    private static final Map<String, String> FACTS = Texts.ordered("kind", "Kind", "status", "Status", "form", "Form", "venue", "Venue",
            "places", "Place", "track", "Track", "issues", "Issues", "issue", "Issue", "speakers", "Speakers", "onBehalfOf", "On behalf of",
            "addressees", "Addressed to", "meeting", "Meeting", "inReplyTo", "In reply to", "previous", "Previous meeting", "parties",
            "Parties", "mediators", "Mediators", "actors", "Actors", "actor", "Held by", "stance", "Stance", "statement", "Said in",
            "measure", "Measure", "printed", "As printed", "value", "Value", "unit", "Unit", "of", "Of", "by", "By", "reportedBy",
            "Reported by", "period", "Period", "leads", "Led by", "partOf", "Part of", "broader", "Part of", "country", "Country",
            "countryCode", "Country code", "coordinates", "Coordinates", "aliases", "Also called", "outcomes", "Outcomes", "authors",
            "Authors", "publisher", "Publisher", "published", "Published", "language", "Language", "license", "License", "url", "Address",
            "archivedUrl", "Copy", "note", "Note", "editionOf", "Edition of", "editions", "Later editions", "identifiers", "Identifiers");

    /** Lists by field. */
    private static final Map<String, String> LISTS = Texts.ordered("participations", "Participants", "signatories", "Signed by",
            "provisions", "Provisions", "points", "Points", "references", "Speaks of", "links", "Relates to", "positions", "Positions",
            "meetings", "Meetings", "statements", "Statements", "agreements", "Agreements", "events", "Events", "offices", "Offices",
            "officeHolders", "Office holders");

    private RecordViews() {
    }

    static RecordView of(JsonNode record) {
        String summary = text(record, "summary") == null ? text(record, "description") : text(record, "summary");
        return new RecordView(Texts.word(record.path("__typename").asText()), record.path("label").asText(), moment(record.path("date")),
                summary, text(record, "quotation"), facts(record), sections(record),
                map(record.path("discrepancies"), RecordViews::disagreement), citations(record));
    }

    /** The address of a record, relative to the root. Positions have no slug of their own. */
    static String address(JsonNode record) {
        String type = record.path("__typename").asText();
        return Texts.word(type) + "/" + (type.equals("Position") ? URLEncoder.encode(record.path("id").asText(), StandardCharsets.UTF_8)
                : record.path("slug").asText());
    }

    static Link link(JsonNode record) {
        return new Link(record.path("label").asText(), address(record));
    }

    private static List<Fact> facts(JsonNode record) {
        return FACTS.entrySet().stream().map(field -> fact(field.getValue(), values(record.path(field.getKey()))))
                .filter(fact -> !fact.values().isEmpty()).toList();
    }

    private static Fact fact(String name, List<Link> values) {
        return new Fact(name, values, values.stream().anyMatch(value -> value.address() == null && value.text().length() > LINE));
    }

    private static List<Link> values(JsonNode value) {
        return value.isArray() ? items(value).flatMap(each -> values(each).stream()).toList()
                : Stream.of(value).filter(each -> !each.isMissingNode() && !each.isNull() && !each.asText().equals(UNSPECIFIED))
                        .map(RecordViews::value).toList();
    }

    private static Link value(JsonNode value) {
        if (value.has("slug")) {
            return link(value);
        } else if (value.has("scheme")) {
            return new Link(value.path("scheme").asText() + " " + value.path("value").asText(), text(value, "url"));
        } else if (value.has("edtf")) {
            return Link.text(value.path("label").asText());
        } else if (value.has("from")) {
            return Link.text(period(value));
        } else if (value.has("latitude")) {
            return Link.text(value.path("latitude").asText() + ", " + value.path("longitude").asText());
        }
        String text = value.asText();
        return text.matches("https?://.*") ? new Link(text, text)
                : Link.text(text.matches("[A-Z]+(_[A-Z]+)+|[A-Z]{4,}") ? words(text) : text);
    }

    private static String period(JsonNode period) {
        return period.path("from").path("label").asText("…") + " – " + period.path("to").path("label").asText("…");
    }

    private static List<Section> sections(JsonNode record) {
        List<Section> sections = new ArrayList<>();
        LISTS.forEach((field, heading) -> {
            JsonNode list = record.path(field);
            List<Row> rows = map(list.has("nodes") ? list.get("nodes") : list, RecordViews::row);
            if (!rows.isEmpty()) {
                sections.add(new Section(heading, rows, Math.max(0, list.path("totalCount").asInt() - rows.size())));
            }
        });
        return sections;
    }

    private static Row row(JsonNode item) {
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
            return new Row(new Moment(period(item.path("period")), false), link(item.get("holder")), item.path("title").asText());
        } else if (item.has("actor")) {
            return participation(item);
        }
        return new Row(date, link(item),
                items(item.path("speakers")).map(each -> each.path("label").asText()).collect(Collectors.joining(", ")));
    }

    private static Row participation(JsonNode item) {
        String role = item.has("role") ? words(item.get("role").asText()) : null;
        String text = Stream
                .of(role, text(item.path("office"), "title"),
                        item.path("onBehalfOf").isObject() ? "for " + item.path("onBehalfOf").path("label").asText() : null,
                        item.path("inferred").asBoolean() ? "inferred" : null)
                .filter(each -> each != null).collect(Collectors.joining(", "));
        return new Row(null, link(item.get("actor")), text);
    }

    private static Disagreement disagreement(JsonNode one) {
        return new Disagreement(one.path("field").asText(), words(one.path("rule").asText()), text(one, "note"),
                map(one.path("values"),
                        each -> new Value(each.path("value").asText(), each.path("value").asText().equals(one.path("shown").asText()),
                                map(each.path("attestations"), RecordViews::citation))));
    }

    private static List<Citation> citations(JsonNode record) {
        return map(record.has("attested") ? record.path("attested").path("nodes") : record.path("attestations"), RecordViews::citation);
    }

    private static Citation citation(JsonNode attestation) {
        return new Citation(link(attestation.path(attestation.has("record") ? "record" : "source")),
                new Link(attestation.path("locator").asText(), text(attestation, "url")),
                attestation.has("voice") ? words(attestation.get("voice").asText()) : null, text(attestation, "fragment"),
                text(attestation, "field"), text(attestation, "value"));
    }

    static Moment moment(JsonNode date) {
        return date.isObject() ? new Moment(date.path("label").asText(), date.path("inferred").asBoolean()) : null;
    }

    /** Returns a text; null if there is none. */
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
