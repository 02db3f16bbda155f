package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.actor.Actor;
import org.parley.agreement.Agreement;
import org.parley.agreement.Provision;
import org.parley.event.Event;
import org.parley.issue.Issue;
import org.parley.meeting.Meeting;
import org.parley.meeting.Track;
import org.parley.source.Attestation;
import org.parley.source.Source;
import org.parley.statement.Position;
import org.parley.statement.Statement;
import org.parley.store.ReadIfAsked;

/** A column that is read only where its field is asked for: it shows the same alone, with all others, and under another name. */
@QuarkusTest
class AskedFieldsTest {

    private static final String PAGE = "%s(first: 100) { nodes { ...F } }";

    /** A list of everything of each entity with such columns; F is what is asked of it. */
    private static final Map<Class<?>, String> LISTS = Map.ofEntries(Map.entry(Actor.class, PAGE.formatted("actors")),
            Map.entry(Meeting.class, PAGE.formatted("meetings")), Map.entry(Statement.class, PAGE.formatted("statements")),
            Map.entry(Agreement.class, PAGE.formatted("agreements")), Map.entry(Event.class, PAGE.formatted("events")),
            Map.entry(Position.class, PAGE.formatted("positions")), Map.entry(Issue.class, "issues { ...F }"),
            Map.entry(Track.class, "tracks { ...F }"), Map.entry(Source.class, "sources { ...F }"),
            Map.entry(Provision.class, "agreements { nodes { provisions { ...F } } }"),
            Map.entry(Attestation.class, "meetings(first: 100) { nodes { attestations { ...F } } }"));

    static Stream<Class<?>> entities() {
        return LISTS.keySet().stream();
    }

    private static List<String> fields(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredFields()).filter(field -> field.isAnnotationPresent(ReadIfAsked.class))
                .map(field -> field.getName()).toList();
    }

    private static JsonNode asked(Class<?> entity, String fields) {
        return GraphQlClient.data("{ " + LISTS.get(entity) + " } fragment F on " + entity.getSimpleName() + " { " + fields + " }");
    }

    @ParameterizedTest
    @MethodSource("entities")
    void showsTheSameAlone(Class<?> entity) {
        assertTrue(!fields(entity).isEmpty(), entity + " has no such column");
        JsonNode all = asked(entity, String.join(" ", fields(entity)));
        for (String field : fields(entity)) {
            assertTrue(all.findValues(field).stream().anyMatch(value -> !value.isNull() && !value.isEmpty() || value.isTextual()),
                    field + " of " + entity + " is nowhere set");
            assertEquals(all.findValues(field), asked(entity, field).findValues(field));
            assertEquals(all.findValues(field), asked(entity, "renamed: " + field).findValues("renamed"));
        }
    }
}
