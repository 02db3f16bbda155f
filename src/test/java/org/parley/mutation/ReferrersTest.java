package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.StoredEntries;
import org.parley.entry.check.Checks;
import org.parley.record.Kind;
import org.parley.source.SourceKind;

/** Whatever amendment of a record is accepted, the whole record has no fault: those that refer to it still may. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class ReferrersTest {

    private static final String SOURCE = "slug: \"%s\", title: \"A text\", kind: OFFICIAL_DOCUMENT, language: \"en\", paragraphs: 5,"
            + " footnotes: 5, published: {edtf: \"2021-05\"}";
    private static final String ATTESTED = "attestations: [{source: \"%s\", locator: \"%s\", voice: DOCUMENT_FACT}]";

    @Inject
    StatelessSession session;

    private String record(String kind, String input) {
        return Editor.ANA.data("mutation { record" + kind + "(input: {" + input + "}) { revision } }").findValue("revision").asText();
    }

    private static String attested(String source, String locator) {
        return String.format(Locale.ROOT, ATTESTED, source, locator);
    }

    private static String agreement(String slug, String date, String more) {
        return "slug: \"" + slug + "\", title: \"A text\", kind: TREATY, status: SIGNED, date: {edtf: \"" + date
                + "\"}, parties: [\"armenia\"], " + attested("all-kinds", "title") + more;
    }

    /** Returns the faults that a load of the whole record would have. */
    private List<String> faults() {
        return QuarkusTransaction.requiringNew().call(() -> {
            StoredEntries stored = new StoredEntries(session);
            List<String> faults = new ArrayList<>();
            Checks.run(
                    EntryFiles
                            .of(Arrays.stream(Kind.values())
                                    .map(kind -> new EntryFile(kind, "the database",
                                            JsonNodeFactory.instance.arrayNode().addAll(stored.all(kind)), pointer -> 0))
                                    .toList()),
                    fault -> faults.add(fault.toString()));
            return faults;
        });
    }

    /** Sends each amendment to the record as it was at first; each must be rejected, or leave no fault. Returns how many were accepted. */
    private int amend(String kind, String slug, String revision, Stream<String> inputs, String original) {
        int accepted = 0;
        String seen = revision;
        for (String input : inputs.toList()) {
            JsonNode answer = send(kind, slug, seen, input);
            if (answer.has("errors")) {
                assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText(), answer.toString());
                assertTrue(answer.at("/errors/0/message").asText().contains("amend that"), answer.toString());
            } else {
                accepted++;
                assertEquals(List.of(), faults(), input);
                seen = send(kind, slug, answer.findValue("revision").asText(), original).findValue("revision").asText();
            }
        }
        return accepted;
    }

    private static JsonNode send(String kind, String slug, String revision, String input) {
        return Editor.ANA.send("mutation ($slug: String!, $revision: String!) { amend" + kind
                + "(slug: $slug, revision: $revision, input: {" + input + "}) { revision } }", Map.of("slug", slug, "revision", revision));
    }

    @Test
    void acceptedAmendmentLeavesNoFault() {
        String source = record("Source", String.format(Locale.ROOT, SOURCE, "all-kinds"));
        record("Source", String.format(Locale.ROOT, SOURCE, "later-edition") + ", editionOf: \"all-kinds\"");
        String pact = record("Agreement", agreement("all-dates", "2021-05",
                ", provisions: [{number: 1, summary: \"One.\", text: \"One.\", " + attested("all-kinds", "paragraph 5") + "}]"));
        record("Agreement", agreement("later-one", "2021-05", ", links: [{relation: AMENDS, agreement: \"all-dates\"}]"));
        record("Agreement", agreement("annexed", "2021-05", ", links: [{relation: ANNEXED_TO, agreement: \"all-dates\"}]"));
        List<String> dates = List.of("2019", "2021", "2021-04-30", "2021-05-31", "2021-06-01", "2021-06/..", "../2022", "2022", "XXXX-05");
        Stream<String> kinds = Stream.of(SourceKind.values()).map(kind -> "kind: " + kind);
        assertEquals(1, amend("Source", "all-kinds", source, kinds, "kind: OFFICIAL_DOCUMENT"), "only its own kind");
        String seen = Editor.ANA.data("{ source(slug: \"all-kinds\") { revision } }").findValue("revision").asText();
        assertEquals(6, amend("Source", "all-kinds", seen, dates.stream().map(date -> "published: {edtf: \"" + date + "\"}"),
                "published: {edtf: \"2021-05\"}"));
        assertEquals(6, amend("Agreement", "all-dates", pact, dates.stream().map(date -> "date: {edtf: \"" + date + "\"}"),
                "date: {edtf: \"2021-05\"}"));
    }
}
