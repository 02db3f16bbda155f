package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;
import org.parley.entry.Entry;

/** Changes have distinct, increasing times from the database, so that the record as of a moment never changes. */
@QuarkusTest
@TestProfile(JumpingClock.Profile.class)
class ChangeTimeTest {

    private static final String RECORD = "mutation ($input: IssueInput!) { recordIssue(input: $input) { revision change { at } } }";
    private static final List<Map<String, String>> ATTESTATIONS = List
            .of(Map.of("source", "russia-stresses-its-red-lines", "locator", "title", "voice", "DOCUMENT_FACT"));
    private static final int WRITES = 60;
    private static final long SEED = 15;

    @Inject
    DataSource source;

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    @AfterEach
    void clocksOfReplicasDiffer() {
        JumpingClock.jump(Duration.ZERO);
    }

    @Test
    void timeIsThatOfTheDatabase() throws SQLException {
        for (int hours : List.of(5, -5)) {
            JumpingClock.jump(Duration.ofHours(hours));
            Instant before = databaseTime();
            Instant at = time(record("timed-" + (hours + 5)));
            assertFalse(at.isBefore(before) || at.isAfter(databaseTime()), at + " with a clock " + hours + " hours off");
        }
    }

    @Test
    void loadIsTimedByTheDatabase() throws SQLException {
        JumpingClock.jump(Duration.ofHours(5));
        Instant before = databaseTime();
        loader.load(new SeedCopy(folder).add("places/timed.yaml", "- {slug: timed-by-load, name: Timed by load}\n").folder());
        Instant after = databaseTime();
        JsonNode data = Editor.NOBODY
                .data("{ dataset { loadedAt } changes(filter: {slugs: [\"timed-by-load\"]}) { nodes { at revision } } }");
        String at = data.at("/changes/nodes/0/at").asText();
        assertFalse(Instant.parse(at).isBefore(before) || Instant.parse(at).isAfter(after), at);
        assertEquals(at, data.at("/dataset/loadedAt").asText());
    }

    @Test
    void futureIsRelativeToTheClockOfTheDatabase() throws SQLException {
        record("before-the-future");
        JumpingClock.jump(Duration.ofHours(5));
        JsonNode rejected = Editor.NOBODY.error("{ meetings(asOf: \"" + databaseTime().plusSeconds(3600) + "\") { totalCount } }");
        assertEquals("BAD_USER_INPUT", rejected.at("/extensions/code").asText());
        assertTrue(rejected.get("message").asText().contains("is in the future"), rejected.toString());
        JumpingClock.jump(Duration.ofHours(-5));
        Editor.NOBODY.data("{ meetings(asOf: \"" + databaseTime() + "\") { totalCount } }");
    }

    /** Runs concurrent writes on a replica whose clock jumps. Each is visible from its time on, and not before. */
    @Test
    void asOfTheTimeOfAWriteReturnsItsResult() throws SQLException {
        Random random = new Random(SEED);
        Map<Instant, JsonNode> snapshots = new LinkedHashMap<>();
        JsonNode before = snapshot("");
        for (int i = 0; i < WRITES; i++) {
            JumpingClock.jump(Duration.ofMinutes(random.nextInt(-600, 600)));
            Instant at = time(i % 10 == 9 ? retitle(i) : record("quick-" + i));
            snapshots.put(at, snapshot(""));
        }
        assertEquals(WRITES, snapshots.size(), "two writes have the same time");
        for (Map.Entry<Instant, JsonNode> snapshot : snapshots.entrySet()) {
            assertEquals(before, asOf(snapshot.getKey().minusNanos(1000)));
            assertEquals(before, asOf(snapshot.getKey().minusNanos(1)));
            assertEquals(snapshot.getValue(), asOf(snapshot.getKey()));
            assertEquals(snapshot.getValue(), asOf(snapshot.getKey().plusNanos(999)));
            before = snapshot.getValue();
        }
    }

    @Test
    void concurrentWritesHaveDistinctTimes() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                String name = "writer-" + writer;
                writing.add(writers.submit(() -> {
                    for (int i = 0; i < WRITES; i++) {
                        JumpingClock.jump(Duration.ofMinutes(i % 2 == 0 ? 300 : -300));
                        record(name + "-" + i);
                    }
                }));
            }
            writing.add(writers.submit(() -> {
                for (int i = 0; i < 3; i++) {
                    loader.load(new SeedCopy(folder.resolve(String.valueOf(i)))
                            .add("places/loaded.yaml", "- {slug: loaded, name: Loaded " + i + "}\n").folder());
                }
            }));
            for (Future<?> each : writing) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertRevisionsAreInTheOrderOfTime();
    }

    /** Reads the revision as of the time of each change, and just before. */
    private static void assertRevisionsAreInTheOrderOfTime() {
        Map<String, Instant> times = new LinkedHashMap<>();
        String cursor = "";
        for (JsonNode page; !(page = Editor.NOBODY.data("{ changes(first: 100" + cursor + ") { edges { cursor node { revision at } } } }")
                .at("/changes/edges")).isEmpty();) {
            for (JsonNode edge : page) {
                Instant at = Instant.parse(edge.at("/node/at").asText());
                assertEquals(at, times.merge(edge.at("/node/revision").asText(), at, (one, other) -> one), "one revision, one time");
                cursor = ", after: \"" + edge.get("cursor").asText() + "\"";
            }
        }
        assertTrue(times.size() > WRITES, times.size() + " revisions");
        assertEquals(times.values().stream().sorted().distinct().toList(), List.copyOf(times.values()));
        times.forEach((revision, at) -> assertEquals(revision,
                Editor.NOBODY.data("{ dataset(asOf: \"" + at + "\") { revision } }").at("/dataset/revision").asText()));
    }

    @Test
    void sinceIsRoundedUpToMicroseconds() {
        Instant at = time(record("since-then"));
        assertEquals("since-then", slugSince(at));
        assertEquals("since-then", slugSince(at.minusNanos(999)));
        assertEquals("", slugSince(at.plusNanos(1)));
    }

    private static String slugSince(Instant since) {
        return Editor.NOBODY.data("{ changes(first: 1, since: \"" + since + "\") { nodes { slug } } }").at("/changes/nodes/0/slug")
                .asText();
    }

    /** A read as of now waits for writes that have a time but are not committed: otherwise its result would change. */
    @Test
    void asOfAMomentOfARunningWriteWaitsForIt() throws Exception {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (Connection writer = source.getConnection(); Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("lock table write_lock in exclusive mode");
            statement.execute("update dataset set revision = revision + 1");
            statement.execute("update issue set name = 'Under way' where slug = 'peace-treaty'");
            Instant untimed = databaseTime();
            assertEquals("Peace treaty", peaceTreaty(untimed), "it has no time yet");
            statement.execute("select stamp_revision()");
            Instant moment = databaseTime();
            assertEquals("Peace treaty", peaceTreaty(untimed));
            Future<String> waiting = reader.submit(() -> peaceTreaty(moment));
            assertWaits(waiting);
            writer.commit();
            assertEquals("Under way", waiting.get());
            assertEquals("Under way", peaceTreaty(moment));
            assertEquals("Peace treaty", peaceTreaty(untimed));
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void asOfAMomentOfALongWriteFailsOnlyItsField() throws Exception {
        try (Connection writer = source.getConnection(); Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("lock table write_lock in exclusive mode");
            statement.execute("update dataset set revision = revision + 1");
            statement.execute("select stamp_revision()");
            JsonNode answer = Editor.NOBODY
                    .send("{ now: issue(slug: \"peace-treaty\") { name } then: issue(slug: \"peace-treaty\", asOf: \"" + databaseTime()
                            + "\") { name } past: issue(slug: \"peace-treaty\", asOf: \"2020-01-01T00:00:00Z\") { name } }");
            assertEquals("Peace treaty", answer.at("/data/now/name").asText());
            assertEquals("UNAVAILABLE", answer.at("/errors/0/extensions/code").asText());
            assertEquals("[\"then\"]", answer.at("/errors/0/path").toString());
            assertEquals(1, answer.get("errors").size(), answer.toString());
            writer.rollback();
        }
    }

    @Test
    void resultAsOfAMomentNeverChanges() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        Map<Instant, String> answers = new LinkedHashMap<>();
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (String name : List.of("one", "other")) {
                writing.add(writers.submit(() -> {
                    for (int i = 0; i < WRITES; i++) {
                        record("stable-" + name + "-" + i);
                    }
                }));
            }
            while (writing.stream().anyMatch(each -> !each.isDone())) {
                Instant now = databaseTime();
                answers.put(now, count(now));
            }
            for (Future<?> each : writing) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertTrue(answers.values().stream().distinct().count() > 10, "too few: this says little");
        answers.forEach((moment, answer) -> assertEquals(answer, count(moment), "as of " + moment));
    }

    private static String count(Instant moment) {
        return Editor.NOBODY.data("{ dataset(asOf: \"" + moment + "\") { revision } }").toString();
    }

    private static String peaceTreaty(Instant asOf) {
        return Editor.NOBODY.data("{ issue(slug: \"peace-treaty\", asOf: \"" + asOf + "\") { name } }").at("/issue/name").asText();
    }

    private static void assertWaits(Future<?> waiting) throws Exception {
        try {
            throw new AssertionError("it did not wait, and answered " + waiting.get(300, TimeUnit.MILLISECONDS));
        } catch (TimeoutException waits) {
            assertFalse(waiting.isDone());
        }
    }

    private static JsonNode asOf(Instant moment) {
        return snapshot(", asOf: \"" + moment + "\"");
    }

    private static JsonNode snapshot(String asOf) {
        String alone = asOf.isEmpty() ? "" : "(" + asOf.substring(2) + ")";
        return Editor.NOBODY.data("{ issues" + alone + " { nodes { slug name } } dataset" + alone
                + " { revision } meeting(slug: \"brussels-2023-07-15\"" + asOf + ") { title } }");
    }

    private static JsonNode record(String slug) {
        return Editor.ANA.data(RECORD, Map.of("input", Map.of("slug", slug, "name", slug, "attestations", ATTESTATIONS)));
    }

    private static JsonNode retitle(int number) {
        String since = Editor.NOBODY.data("{ meeting(slug: \"brussels-2023-07-15\") { history(first: 1) { nodes { revision } } } }")
                .findPath("revision").asText("1");
        return Editor.ANA.data("mutation { amendMeeting(slug: \"brussels-2023-07-15\", revision: \"" + since + "\", input: {title: \"Talks "
                + number + "\"}) { revision change { at } } }");
    }

    private static Instant time(JsonNode data) {
        return Instant.parse(data.findValue("at").asText());
    }

    private Instant databaseTime() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
