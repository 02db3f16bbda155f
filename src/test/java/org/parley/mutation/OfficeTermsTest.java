package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;

/** Several terms of one office: the API answers as a plain model of them, whatever terms an edit adds, changes or removes. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class OfficeTermsTest {

    private static final int EDITS = 25;
    private static final List<Integer> YEARS = List.of(1998, 2003, 2008, 2012, 2017, 2022);
    private static final List<String> RANKS = List.of("LEADER", "LEADER", "OTHER", "FORMER", "NEGOTIATOR");
    private static final String ATTESTED = ", attestations: [{source: \"russia-stresses-its-red-lines\", locator: \"title\", voice: DOCUMENT_FACT}]";
    private static final String OFFICE = "title rank period { from { edtf } to { edtf } }";

    @Inject
    Dumper dumper;

    @TempDir
    Path folder;

    /** A term in whole years, of which either may be unknown. */
    private record Term(String title, String rank, Integer from, Integer to) {

        String input() {
            return "{title: \"" + title + "\", of: \"order\", rank: " + rank + end("from", from) + end("to", to) + "}";
        }

        private static String end(String name, Integer year) {
            return year == null ? "" : ", " + name + ": {edtf: \"" + year + "\"}";
        }

        /** Whether the term may include some day of the year. It ends at the latest when a later one of these terms began. */
        boolean mayInclude(int year, List<Term> terms) {
            return (from == null || from <= year) && (to == null ? terms.stream().noneMatch(other -> succeeds(other, year)) : year <= to);
        }

        private boolean succeeds(Term other, int year) {
            return title.equals(other.title) && other.from != null && other.from < year
                    && (from == null ? other.to == null : from < other.from);
        }

        @Override
        public String toString() {
            return title + " " + rank + " " + from + " " + to;
        }

        static String text(JsonNode office) {
            return office.isNull() ? "none"
                    : new Term(office.get("title").asText(), office.get("rank").asText(), year(office, "from"), year(office, "to"))
                            .toString();
        }

        private static Integer year(JsonNode office, String end) {
            JsonNode edtf = office.at("/period/" + end + "/edtf");
            return edtf.isMissingNode() || edtf.isNull() ? null : Integer.valueOf(edtf.asText());
        }
    }

    /** Terms of one title, one after the other. */
    private static List<Term> terms(Random random, String title, int number) {
        List<Term> terms = new ArrayList<>();
        int year = 1995 + random.nextInt(8);
        for (int i = 0; i < number; i++) {
            int to = year + random.nextInt(6);
            boolean isFirst = i == 0;
            boolean hasFrom = !isFirst || random.nextInt(3) > 0;
            boolean hasTo = random.nextInt(5) > 1;
            terms.add(new Term(title, RANKS.get(random.nextInt(RANKS.size())), hasFrom ? year : null, hasTo ? to : null));
            year = to + 1 + random.nextInt(3);
        }
        return terms;
    }

    private static void mutate(String mutation) {
        Editor.ANA.data("mutation { " + mutation + " { revision } }");
    }

    private static String offices(List<Term> terms) {
        return terms.stream().map(Term::input).collect(Collectors.joining(", ", "offices: [", "]"));
    }

    @Test
    void termsAreThoseOfAPlainModel() {
        Random random = new Random(20160926);
        mutate("recordActor(input: {slug: \"order\", name: \"An order\", kind: ORGANIZATION" + ATTESTED + "})");
        mutate("recordActor(input: {slug: \"chair\", name: \"A chair\", kind: PERSON, "
                + offices(List.of(new Term("Chair", "LEADER", null, null))) + ATTESTED + "})");
        for (int year : YEARS) {
            mutate("recordMeeting(input: {slug: \"talks-of-" + year + "\", title: \"Talks\", kind: NEGOTIATION, level: UNSPECIFIED,"
                    + " medium: IN_PERSON, setting: DEDICATED, status: HELD, date: {edtf: \"" + year + "\"}, participations: ["
                    + "{actor: \"chair\", roles: [PARTY], office: \"Chair\"}, {actor: \"armenia\", roles: [HOST]}]" + ATTESTED + "})");
        }
        mutate("recordAgreement(input: {slug: \"charter\", title: \"A charter\", kind: PROCEDURE, status: SIGNED, date: {edtf: \"2008\"},"
                + " parties: [\"order\"], signatories: [{actor: \"chair\", office: \"Chair\"}],"
                + " participations: [{actor: \"chair\", roles: [WITNESS], office: \"Chair\"}]" + ATTESTED + "})");
        int led = 0;
        for (int edit = 0; edit < EDITS; edit++) {
            List<Term> terms = terms(random, "Chair", 1 + random.nextInt(4));
            terms.addAll(terms(random, "Guard", random.nextInt(3)));
            String revision = Editor.READER.data("{ actor(slug: \"chair\") { revision } }").at("/actor/revision").asText();
            mutate("amendActor(slug: \"chair\", revision: \"" + revision + "\", input: {" + offices(terms) + "})");
            led += assertTerms(terms);
        }
        assertTrue(led > EDITS && led < EDITS * YEARS.size(), "meetings led: " + led);
        assertEquals(List.of(), dumper.dump(folder.resolve("dumped"), DumpFormat.YAML).faults());
    }

    /** Returns the number of meetings in which the chair was a leader. */
    private static int assertTerms(List<Term> terms) {
        List<Term> chairs = terms.stream().filter(term -> term.title().equals("Chair")).toList();
        Set<String> led = new TreeSet<>();
        for (int year : YEARS) {
            Term held = chairs.stream().filter(term -> term.mayInclude(year, terms)).findFirst().orElse(chairs.get(0));
            JsonNode data = Editor.READER
                    .data("{ meeting(slug: \"talks-of-" + year + "\") { leaders { slug } participations(roles: [PARTY])" + " { office { "
                            + OFFICE + " } } } actor(slug: \"chair\") { offices(on: \"" + year + "-07-01\") { " + OFFICE
                            + " } } order: actor(slug: \"order\") { officeHolders(on: \"" + year + "-07-01\") { " + OFFICE + " } } }");
            assertEquals(held.toString(), Term.text(data.at("/meeting/participations/0/office")), () -> terms + " in " + year);
            assertEquals(held.rank().equals("LEADER") ? List.of("chair") : List.of(), data.at("/meeting/leaders").findValuesAsText("slug"));
            Set<String> current = terms.stream().filter(term -> term.mayInclude(year, terms) && !term.rank().equals("FORMER"))
                    .map(Term::toString).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(current, texts(data.at("/actor/offices")), () -> terms + " in " + year);
            assertEquals(current, texts(data.at("/order/officeHolders")), () -> terms + " in " + year);
            if (held.rank().equals("LEADER")) {
                led.add("talks-of-" + year + " " + held);
            }
        }
        JsonNode data = Editor.READER
                .data("{ hostings(first: 100, filter: {leaders: [\"order\"]}) { nodes { meeting { slug } leaderOffice { " + OFFICE
                        + " } } } agreement(slug: \"charter\") { signatories { office { " + OFFICE
                        + " } } participations(roles: [WITNESS]) { office { " + OFFICE + " } } } }");
        Set<String> hosted = new TreeSet<>();
        data.at("/hostings/nodes").forEach(row -> hosted.add(row.at("/meeting/slug").asText() + " " + Term.text(row.get("leaderOffice"))));
        assertEquals(led, hosted, terms::toString);
        assertEquals(chairs.stream().filter(term -> term.mayInclude(2008, terms)).findFirst().orElse(chairs.get(0)).toString(),
                Term.text(data.at("/agreement/signatories/0/office")));
        assertEquals(data.at("/agreement/signatories/0/office"), data.at("/agreement/participations/0/office"));
        return led.size();
    }

    private static Set<String> texts(JsonNode offices) {
        return StreamSupport.stream(offices.spliterator(), false).map(Term::text).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void overlappingTermsAreRejected() {
        JsonNode answer = Editor.ANA.send("mutation { recordActor(input: {slug: \"warden\", name: \"A warden\", kind: PERSON, "
                + offices(List.of(new Term("Warden", "OTHER", 2001, 2010), new Term("Warden", "OTHER", 2005, 2012))).replace("order",
                        "armenia")
                + ATTESTED + "}) { revision } }");
        assertEquals("1 fault, nothing was written: input.offices[1]: overlaps the term of the office 'Warden' of 'armenia'",
                answer.at("/errors/0/message").asText().replaceAll("(?<='armenia').*", ""));
    }

    /** Of a holder's terms of one title without an end, the one that began last is held; the day on which it began is its own. */
    @Test
    void laterTermsEndTermsWithoutAnEnd() {
        mutate("recordActor(input: {slug: \"steward\", name: \"A steward\", kind: PERSON, offices: ["
                + "{title: \"Steward\", of: \"armenia\", rank: OTHER, from: {edtf: \"2003\"}}, {title: \"Steward\", of: \"armenia\","
                + " rank: OTHER, from: {edtf: \"2017-03-05\"}}, {title: \"Keeper\", of: \"armenia\", rank: OTHER}]" + ATTESTED + "})");
        for (String expected : List.of("2010-01-01 2003", "2017-03-04 2003", "2017-03-05 2017-03-05", "2020-01-01 2017-03-05")) {
            String[] parts = expected.split(" ");
            JsonNode data = Editor.READER.data("{ actor(slug: \"steward\") { offices(on: \"" + parts[0] + "\") { " + OFFICE + " } } }");
            assertEquals(List.of("Steward", "Keeper"), data.at("/actor/offices").findValuesAsText("title"), expected);
            assertEquals(parts[1], data.at("/actor/offices/0/period/from/edtf").asText(), expected);
        }
    }

    /** A person belongs to a party for a time, and never leads it by that. */
    @Test
    void membershipsOfAPartyAreOffices() {
        mutate("recordActor(input: {slug: \"hill-party\", name: \"Hill Party\", kind: POLITICAL_PARTY" + ATTESTED + "})");
        mutate("recordActor(input: {slug: \"member\", name: \"A member\", kind: PERSON, offices: [{title: \"Member\", of: \"hill-party\","
                + " rank: OTHER, from: {edtf: \"2001\"}, to: {edtf: \"2004\"}}, {title: \"Member\", of: \"hill-party\", rank: OTHER,"
                + " from: {edtf: \"2010\"}}]" + ATTESTED + "})");
        for (String on : List.of("2002-01-01 1", "2007-01-01 0", "2015-01-01 1")) {
            JsonNode data = Editor.READER
                    .data("{ actor(slug: \"hill-party\") { officeHolders(on: \"" + on.split(" ")[0] + "\") { holder { slug } } } }");
            assertEquals(Integer.parseInt(on.split(" ")[1]), data.at("/actor/officeHolders").size(), on);
        }
    }
}
