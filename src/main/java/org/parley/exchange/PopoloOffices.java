package org.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.entry.check.TermCheck;
import org.parley.exchange.PopoloConverter.Actor;
import org.parley.exchange.PopoloFile.Item;

/** Converts the memberships of a Popolo file to offices of the persons. */
final class PopoloOffices {

    private final PopoloFile file;
    private final Map<String, Actor> persons;
    private final Map<String, Actor> organizations;
    private final ImportedEntries actors;
    private final BiConsumer<String, String> trace;
    private final Map<String, Item> posts = new HashMap<>();

    PopoloOffices(PopoloFile file, Map<String, Actor> persons, Map<String, Actor> organizations, ImportedEntries actors,
            BiConsumer<String, String> trace) {
        this.file = file;
        this.persons = persons;
        this.organizations = organizations;
        this.actors = actors;
        this.trace = trace;
    }

    void read() {
        Stream.concat(file.list("posts").stream(), file.list("posts", "organizations", "organization_id"))
                .forEach(post -> posts.put(post.id(), post));
        Set<String> seen = new HashSet<>();
        Stream.of(file.list("memberships").stream(), file.list("memberships", "persons", "person_id"),
                file.list("memberships", "organizations", "organization_id")).flatMap(list -> list)
                .filter(membership -> seen.add(membership.id())).forEach(this::office);
    }

    private void office(Item membership) {
        Optional<Item> post = Optional.ofNullable(posts.get(membership.text("post_id")));
        Actor person = persons.get(membership.text("person_id"));
        Actor organization = organizations
                .get(first(membership.text("organization_id"), post.map(one -> one.text("organization_id")).orElse("")));
        String title = first(membership.text("label"), post.map(one -> one.text("label")).orElse(""), membership.text("role"),
                post.map(one -> one.text("role")).orElse(""));
        if (person == null || organization == null) {
            actors.skipped.add(membership.location() + ": its " + (person == null ? "person" : "organization") + " is not in this file");
        } else if (title.isEmpty()) {
            actors.skipped.add(membership.location() + ": has no role, so it is not an office");
        } else if (person.existing() != null) {
            actors.skipped.add(membership.location() + ": '" + person.slug() + "' is already known; add to its offices "
                    + toText(office(membership, title, title, organization)));
        } else {
            add(membership, title, person, organization);
        }
    }

    /** Adds an office, or another term of one. An equal title in another organization gets the name of that organization. */
    private void add(Item membership, String title, Actor person, Actor organization) {
        JsonNode offices = person.entry().withArray("/offices");
        String uniqueTitle = has(offices, title, null) && !has(offices, title, organization) ? title + ", " + organization.name() : title;
        ObjectNode office = office(membership, uniqueTitle, title, organization);
        for (JsonNode term : offices) {
            if (term.get("title").asText().equals(uniqueTitle) && TermCheck.overlap(term, office)) {
                actors.skipped.add(membership.location() + ": overlaps another term as " + uniqueTitle);
                return;
            }
        }
        person.entry().withArray("/offices").add(office);
        String pointer = person.pointer() + "/offices/" + (offices.size() - 1);
        trace.accept(pointer, membership.pointer());
        trace.accept(pointer + "/from", membership.pointer() + "/start_date");
        trace.accept(pointer + "/to", membership.pointer() + "/end_date");
    }

    private static boolean has(JsonNode offices, String title, Actor of) {
        for (JsonNode office : offices) {
            if (office.get("title").asText().equals(title) && (of == null || office.get("of").asText().equals(of.slug()))) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode office(Item membership, String title, String role, Actor organization) {
        ObjectNode office = JsonNodeFactory.instance.objectNode().put("title", title).put("of", organization.slug()).put("rank",
                PopoloVocabulary.rank(role, organization.kind()).name());
        Map<String, String> dates = Map.of("from", membership.text("start_date"), "to", membership.text("end_date"));
        Stream.of("from", "to").filter(key -> !dates.get(key).isEmpty()).forEach(key -> office.put(key, dates.get(key)));
        return office;
    }

    private static String toText(ObjectNode office) {
        return office.properties().stream().map(field -> field.getKey() + ": " + field.getValue().asText())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
