package org.parley.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts encounters in plain Java, from the participations and actors of the loaded data set. */
final class EncounterModel {

    private static final Set<String> ABSENT = Set.of("INVITED", "CONVENER");

    /** An actor's part in a meeting, with all actors for which it counts. */
    private record Part(String actor, String principal, Set<String> wholes) {}

    private final Map<String, JsonNode> actors = new HashMap<>();
    /** The parts of each held meeting. */
    private final Map<String, Set<Part>> meetings = new TreeMap<>();

    EncounterModel() {
        all("actors", "slug kind partOf { slug }").forEach(actor -> actors.put(actor.get("slug").asText(), actor));
        String fields = "slug status participations { role actor { slug } onBehalfOf { slug } }";
        for (JsonNode meeting : all("meetings", fields)) {
            if (meeting.get("status").asText().equals("HELD")) {
                Set<Part> parts = meetings.computeIfAbsent(meeting.get("slug").asText(), slug -> new HashSet<>());
                meeting.get("participations").forEach(part -> {
                    if (!ABSENT.contains(part.get("role").asText())) {
                        parts.add(part(part.at("/actor/slug").asText(), part.get("onBehalfOf")));
                    }
                });
            }
        }
    }

    /** Returns all items of a list of the root. */
    static List<JsonNode> all(String list, String fields) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        String arguments = list.contains("(") ? list.replace(")", ", ") : list + "(";
        while (true) {
            JsonNode page = GraphQlClient.data(
                    "{ page: " + arguments + "first: 100" + after + ") { pageInfo { hasNextPage endCursor } nodes { " + fields + " } } }")
                    .get("page");
            page.get("nodes").forEach(items::add);
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                return items;
            }
            after = ", after: " + page.at("/pageInfo/endCursor");
        }
    }

    private Part part(String actor, JsonNode onBehalfOf) {
        Set<String> wholes = new TreeSet<>(wholes(actor));
        if (!onBehalfOf.isNull()) {
            wholes.addAll(wholes(onBehalfOf.get("slug").asText()));
        }
        return new Part(actor, principal(onBehalfOf.isNull() ? actor : onBehalfOf.get("slug").asText()), wholes);
    }

    private List<String> wholes(String actor) {
        List<String> wholes = new ArrayList<>(List.of(actor));
        for (JsonNode whole = actors.get(actor).get("partOf"); !whole.isNull(); whole = actors.get(whole.get("slug").asText())
                .get("partOf")) {
            wholes.add(whole.get("slug").asText());
        }
        return wholes;
    }

    /** Returns the first state among an actor and what it belongs to, otherwise the outermost. */
    String principal(String actor) {
        List<String> wholes = wholes(actor);
        return wholes.stream().filter(whole -> actors.get(whole).get("kind").asText().equals("STATE")).findFirst()
                .orElse(wholes.get(wholes.size() - 1));
    }

    Set<String> actors() {
        return new TreeSet<>(actors.keySet());
    }

    /** Returns the held meetings in which both took part, themselves or through someone. */
    Set<String> together(String one, String other) {
        Set<String> both = new TreeSet<>();
        meetings.forEach((meeting, parts) -> {
            if (parts.stream().anyMatch(part -> part.wholes().contains(one))
                    && parts.stream().anyMatch(part -> part.wholes().contains(other))) {
                both.add(meeting);
            }
        });
        return both;
    }

    /** Returns the meetings of each pair that met, as `one other`, where one precedes the other. */
    Map<String, Set<String>> encounters(String by) {
        Map<String, Set<String>> pairs = new TreeMap<>();
        meetings.values()
                .forEach(parts -> parts.forEach(
                        one -> counterparts(parts, named(one, by), one, by).stream().filter(other -> named(one, by).compareTo(other) < 0)
                                .forEach(other -> pairs.put(named(one, by) + " " + other, together(named(one, by), other)))));
        return pairs;
    }

    /** Returns the meetings of an actor with each other that it met. */
    Map<String, Set<String>> counterparts(String actor, String by) {
        Map<String, Set<String>> met = new TreeMap<>();
        meetings.values().forEach(parts -> parts.stream().filter(part -> part.wholes().contains(actor))
                .forEach(one -> counterparts(parts, actor, one, by).forEach(other -> met.put(other, together(actor, other)))));
        return met;
    }

    private static Set<String> counterparts(Set<Part> parts, String actor, Part one, String by) {
        Set<String> met = new TreeSet<>();
        parts.stream().filter(other -> !other.wholes().contains(actor) && !one.wholes().contains(named(other, by)))
                .forEach(other -> met.add(named(other, by)));
        return met;
    }

    private static String named(Part part, String by) {
        return by.equals("PERSON") ? part.actor() : part.principal();
    }

    /** Returns the slugs of a connection of meetings. */
    static Set<String> slugs(JsonNode page) {
        Set<String> slugs = new TreeSet<>();
        page.get("nodes").forEach(node -> slugs.add(node.get("slug").asText()));
        return slugs;
    }

    static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
