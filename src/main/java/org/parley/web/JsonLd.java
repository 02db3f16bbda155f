package org.parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes a record in the vocabulary of schema.org: a page about it, with the sources as citations.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents">Embedding JSON-LD in HTML documents</a>
 */
final class JsonLd {

    private static final String VOCABULARY = "https://schema.org/";
    private static final String CITED = "citation";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> TYPES = Map.of("Meeting", "Event", "Event", "Event", "Place", "Place", "Agreement",
            "CreativeWork", "Statement", "CreativeWork", "Position", "Claim", "Issue", "DefinedTerm", "Figure", "Observation", "Track",
            "EventSeries", "Source", "CreativeWork");
    /** A day, month or year, or an interval of them. Other dates have no form in ISO 8601. */
    private static final Pattern DATE = Pattern.compile("(\\d{4}(?:-\\d\\d){0,2})(?:/(\\d{4}(?:-\\d\\d){0,2}))?");
    /** States of a meeting that took place at its date. */
    private static final Set<String> HELD = Set.of("HELD", "ONGOING");
    private static final String CANCELLED = "CANCELLED";
    private static final Set<String> ORGANIZERS = Set.of("HOST", "MEDIATOR", "CONVENER", "FACILITATOR");
    /** Roles in which an actor attends; in others it need not. */
    private static final Set<String> ATTENDEES = Set.of("PARTY", "PARTICIPANT", "OBSERVER", "CO_CHAIR");
    private static final List<String> PEOPLE = List.of("PERSON", "OFFICE_HOLDER");

    private final String base;

    private JsonLd(String base) {
        this.base = base;
    }

    /** Returns the description as JSON that can stand in a script element. */
    static String of(JsonNode record, String base, String description) {
        JsonLd ld = new JsonLd(base);
        String address = base + RecordViews.address(record);
        ObjectNode page = JSON.createObjectNode().put("@context", "https://schema.org").put("@type", "WebPage").put("@id", address)
                .put("url", address).put("name", record.path("label").asText()).put("inLanguage", "en").put("description", description);
        page.set("mainEntity", ld.entity(record, address, description));
        ArrayNode citations = page.putArray(CITED);
        record.path("attestations").forEach(each -> citations.add(ld.citation(each)));
        if (citations.isEmpty()) {
            page.remove(CITED);
        }
        try {
            // A script element ends at "</script"; in JSON the character can be written otherwise.
            return JSON.writeValueAsString(page).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode entity(JsonNode record, String address, String description) {
        ObjectNode entity = JSON.createObjectNode().put("@type", type(record)).put("@id", address + "#it").put("name",
                record.path("label").asText());
        entity.put("description", description);
        dates(record, entity);
        addAll(entity, "alternateName", record.path("aliases"));
        addAll(entity, "about", record.path("issues"));
        addAll(entity, "author", record.path("speakers"));
        addAll(entity, "author", record.path("authors"));
        addAll(entity, "contributor", record.path("parties"));
        add(entity, "publisher", record.path("publisher"));
        add(entity, "memberOf", record.path("partOf"));
        copy(record, "url", entity, "url");
        copy(record, "license", entity, "license");
        copy(record, "language", entity, "inLanguage");
        copy(record, "quotation", entity, "text");
        ArrayNode same = JSON.createArrayNode();
        record.path("identifiers").forEach(each -> {
            if (each.path("url").isTextual()) {
                same.add(each.get("url").asText());
            }
        });
        if (!same.isEmpty()) {
            entity.set("sameAs", same);
        }
        ofType(record, entity);
        return entity;
    }

    private void ofType(JsonNode record, ObjectNode entity) {
        switch (record.path("__typename").asText()) {
            case "Meeting" -> {
                if (!record.path("placeInferred").asBoolean()) {
                    addAll(entity, "location", record.path("places"));
                }
                add(entity, "superEvent", record.path("track"));
                String status = record.path("status").asText();
                if (HELD.contains(status)) {
                    participants(record, entity);
                } else if (status.equals(CANCELLED)) {
                    entity.put("eventStatus", VOCABULARY + "EventCancelled");
                }
            }
            case "Event" -> {
                if (!RecordViews.isAlleged(record)) {
                    add(entity, "location", record.path("places"));
                    addAll(entity, "contributor", record.path("actors"));
                }
            }
            case "Place" -> {
                if (record.path("coordinates").isObject()) {
                    entity.putObject("geo").put("@type", "GeoCoordinates").put("latitude", record.at("/coordinates/latitude").asDouble())
                            .put("longitude", record.at("/coordinates/longitude").asDouble());
                }
            }
            case "Position" -> {
                add(entity, "author", record.path("actor"));
                add(entity, "about", record.path("issue"));
            }
            default -> {
            }
        }
    }

    private void participants(JsonNode record, ObjectNode entity) {
        for (JsonNode each : record.path("participations")) {
            String role = each.path("role").asText();
            String property = ORGANIZERS.contains(role) ? "organizer" : ATTENDEES.contains(role) ? "attendee" : null;
            if (property != null && !each.path("inferred").asBoolean()) {
                entity.withArray(property).add(reference(each.get("actor")));
            }
        }
    }

    private void dates(JsonNode record, ObjectNode entity) {
        JsonNode date = record.has("published") ? record.get("published") : record.path("date");
        Matcher found = DATE.matcher(date.path("edtf").asText());
        String status = record.path("status").asText();
        boolean planned = record.path("__typename").asText().equals("Meeting") && !HELD.contains(status) && !status.equals(CANCELLED);
        if (found.matches() && !planned && !date.path("inferred").asBoolean() && !RecordViews.isAlleged(record)) {
            boolean event = type(record).equals("Event");
            entity.put(event ? "startDate" : record.has("published") ? "datePublished" : "dateCreated", found.group(1));
            if (event) {
                entity.put("endDate", found.group(2) == null ? found.group(1) : found.group(2));
            }
        }
    }

    private static String type(JsonNode record) {
        String type = record.path("__typename").asText();
        String kind = record.path("kind").asText();
        return RecordViews.isAlleged(record) ? "Claim" : !type.equals("Actor") ? TYPES.get(type)
                : PEOPLE.contains(kind) ? "Person" : kind.equals("STATE") ? "Country" : "Organization";
    }

    /** A record that is described on a page of its own. */
    private ObjectNode reference(JsonNode record) {
        String address = base + RecordViews.address(record);
        ObjectNode reference = JSON.createObjectNode().put("@id", address + "#it").put("name", record.path("label").asText()).put("url",
                address);
        return record.path("__typename").asText().equals("Actor") && !record.has("kind") ? reference : reference.put("@type", type(record));
    }

    private ObjectNode citation(JsonNode attestation) {
        ObjectNode citation = reference(attestation.get("source")).put("pagination", attestation.path("locator").asText());
        copy(attestation, "fragment", citation, "text");
        return citation;
    }

    private void addAll(ObjectNode entity, String name, JsonNode values) {
        values.forEach(each -> entity.withArray(name).add(each.isObject() ? reference(each) : each));
    }

    private void add(ObjectNode entity, String name, JsonNode record) {
        if (record.isObject()) {
            entity.set(name, reference(record));
        }
    }

    private static void copy(JsonNode from, String field, ObjectNode to, String name) {
        if (from.path(field).isTextual()) {
            to.set(name, from.get(field));
        }
    }
}
