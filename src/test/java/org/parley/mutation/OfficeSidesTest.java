package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;
import org.parley.dataset.load.DataSetLoader;
import org.parley.dataset.load.LoadReport;

/** `onBehalfOf` follows the office, unless the meeting or agreement states it. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class OfficeSidesTest {

    private static final String ATTESTED = ", attestations: [{source: \"russia-stresses-its-red-lines\", locator: \"title\", voice: DOCUMENT_FACT}]";
    private static final String MEETING = "title: \"Talks\", kind: NEGOTIATION, level: LEADERS, medium: IN_PERSON, setting: DEDICATED,"
            + " status: HELD, date: {edtf: \"2024\"}, participations: [{actor: \"envoy\", roles: [PARTY, CONVENER], office: \"Envoy\"";
    private static final String HISTORIES = "{ one: meeting(slug: \"envoy-talks\") { revision history { totalCount } }"
            + " other: meeting(slug: \"envoy-talks-for-armenia\") { revision history { totalCount } }"
            + " agreement(slug: \"envoy-agreement\") { revision history { totalCount } } }";

    @Inject
    DataSetLoader loader;

    @Inject
    Dumper dumper;

    @Inject
    EntityManager database;

    @TempDir
    Path folder;

    @Test
    void participationsAndSignaturesFollowTheOffice() {
        mutate("recordActor(input: {slug: \"envoy\", name: \"An envoy\", kind: PERSON, offices: [{title: \"Envoy\", of: \"armenia\","
                + " rank: OTHER}, {title: \"Poet\", of: \"france\", rank: OTHER}]" + ATTESTED + "})");
        mutate("recordMeeting(input: {slug: \"envoy-talks\", " + MEETING + "}]" + ATTESTED + "})");
        mutate("recordMeeting(input: {slug: \"envoy-talks-for-armenia\", " + MEETING + ", onBehalfOf: \"armenia\"}]" + ATTESTED + "})");
        mutate("recordAgreement(input: {slug: \"envoy-agreement\", title: \"A list\", kind: PROCEDURE, status: AGREED,"
                + " date: {edtf: \"2024\"}, parties: [\"armenia\"], signatories: [{actor: \"envoy\", office: \"Envoy\"}],"
                + " participations: [{actor: \"envoy\", roles: [WITNESS], office: \"Envoy\"}, {actor: \"envoy\","
                + " roles: [GUARANTOR], office: \"Envoy\", onBehalfOf: \"armenia\"}]" + ATTESTED + "})");
        assertEquals(List.of("armenia armenia", "armenia armenia", "armenia", "armenia armenia", "true false"), sides());
        JsonNode histories = Editor.READER.data(HISTORIES);

        String revision = Editor.READER.data("{ actor(slug: \"envoy\") { revision } }").at("/actor/revision").asText();
        mutate("amendActor(slug: \"envoy\", revision: \"" + revision + "\", input: {offices: [{title: \"Envoy\", of: \"azerbaijan\","
                + " rank: OTHER}, {title: \"Poet\", of: \"france\", rank: OTHER}]})");
        assertEquals(List.of("azerbaijan azerbaijan", "armenia armenia", "azerbaijan", "azerbaijan armenia", "false true"), sides());
        assertEquals(histories, Editor.READER.data(HISTORIES));
        assertEquals(List.of(), dumper.dump(folder.resolve("dumped"), DumpFormat.YAML).faults());
    }

    /** Asserts `onBehalfOf` of each actor, and whether the first meeting is listed as one between Armenia and Azerbaijan. */
    private static List<String> sides() {
        JsonNode data = Editor.READER.data("{ one: meeting(slug: \"envoy-talks\") { participations { onBehalfOf { slug } } }"
                + " other: meeting(slug: \"envoy-talks-for-armenia\") { participations { onBehalfOf { slug } } }"
                + " agreement(slug: \"envoy-agreement\") { signatories { onBehalfOf { slug } }"
                + " participations(roles: [WITNESS, GUARANTOR]) { onBehalfOf { slug } } }"
                + " armenia: meetings(first: 100, filter: {participants: [\"armenia\"]}) { nodes { slug } }"
                + " azerbaijan: meetings(first: 100, filter: {participants: [\"azerbaijan\"]}) { nodes { slug } } }");
        return List.of(slugs(data.at("/one/participations")), slugs(data.at("/other/participations")),
                slugs(data.at("/agreement/signatories")), slugs(data.at("/agreement/participations")),
                data.at("/armenia/nodes").findValuesAsText("slug").contains("envoy-talks") + " "
                        + data.at("/azerbaijan/nodes").findValuesAsText("slug").contains("envoy-talks"));
    }

    private static String slugs(JsonNode list) {
        return String.join(" ", list.findValuesAsText("slug"));
    }

    private static void mutate(String mutation) {
        Editor.ANA.data("mutation { " + mutation + " { revision } }");
    }

    @Test
    void loadedMeetingsFollowAChangedOffice() {
        String michel = "{ meeting(slug: \"brussels-2023-07-15\") { revision history { totalCount } participations { actor { slug }"
                + " onBehalfOf { slug } } } }";
        load(SeedCopy.DATA_SET);
        JsonNode before = Editor.READER.data(michel).get("meeting");
        LoadReport report = load(
                new SeedCopy(folder.resolve("copy")).replace("{title: President of the European Council, of: european-council,",
                        "{title: President of the European Council, of: european-union,").folder());
        JsonNode after = Editor.READER.data(michel).get("meeting");
        load(SeedCopy.DATA_SET);
        assertEquals(1, report.total().updated(), report.table());
        assertEquals(before.get("revision"), after.get("revision"));
        assertEquals(before.get("history"), after.get("history"));
        assertNotEquals(before.get("participations"), after.get("participations"));
        assertEquals(before.get("participations").toString().replace("european-council", "european-union"),
                after.get("participations").toString());
        assertEquals(before, Editor.READER.data(michel).get("meeting"));
    }

    /** Loads a data set, and makes the editors read its revision: a cached response may be one second old. */
    private LoadReport load(Path data) {
        LoadReport report = loader.load(data);
        Editor.requireRevision(
                ((Number) database.createNativeQuery("select revision from dataset", Long.class).getSingleResult()).longValue());
        return report;
    }
}
