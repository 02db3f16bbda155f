package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the conversion of memberships to offices of persons. */
class PopoloOfficesTest {

    @TempDir
    Path folder;

    /** A file with the person Ana, the existing persons and organizations, and these memberships and posts. */
    private ImportedEntries read(String memberships, String posts) {
        String json = """
                {'persons': [{'id': 'ana', 'name': 'Ana'}, {'id': 'cm', 'name': 'Charles Michel'}],
                 'organizations': [{'id': 'state', 'name': 'Arcadia', 'classification': 'state'}, {'id': 'club', 'name': 'Club'},
                   {'id': 'other', 'name': 'Armenia'}],
                 'memberships': [%s], 'posts': [%s]}
                """;
        return ForeignFiles.popolo(folder, json.replaceFirst("%s", memberships).replaceFirst("%s", posts).replace('\'', '"'));
    }

    private static String offices(ImportedEntries actors) {
        return actors.entries.get(2).path("offices").toString().replace("\"", "");
    }

    private static String membership(String organization, String rest) {
        return "{'person_id': 'ana', 'organization_id': '" + organization + "', " + rest + "}";
    }

    @Test
    void officeHasTitleHolderRankAndPeriod() {
        ImportedEntries actors = read(membership("state", "'role': 'Minister', 'start_date': '2001-02', 'end_date': '2003'") + ","
                + membership("other", "'role': 'President', 'start_date': '2004'") + "," + membership("club", "'role': 'President'"), "");
        assertEquals("[{title:Minister,of:arcadia,rank:MINISTER,from:2001-02,to:2003},{title:President,of:armenia,rank:LEADER,from:2004},"
                + "{title:President, Club,of:club,rank:OTHER}]", offices(actors));
        assertEquals(List.of(), actors.skipped);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'label': 'Label', 'role': 'Role', 'post_id': 'p' | Label | club
            'role': 'Role', 'post_id': 'p'                   | Post  | club
            'role': 'Role', 'post_id': 'q'                   | Role  | club
            'role': 'Role'                                   | Role  | club
            'post_id': 'q'                                   | Guard | club
            """)
    void titleIsTheLabelElseThatOfThePostElseTheRole(String keys, String title, String of) {
        ImportedEntries actors = read(membership("club", keys.replace("' ", "'")),
                "{'id': 'p', 'label': 'Post'}, {'id': 'q', 'role': 'Guard'}");
        assertEquals("[{title:" + title + ",of:" + of + ",rank:OTHER}]", offices(actors));
    }

    @Test
    void organizationIsThatOfThePostWhereTheMembershipNamesNone() {
        String post = "{'id': 'p', 'label': 'Guard', 'organization_id': 'state'}";
        assertEquals("[{title:Guard,of:arcadia,rank:OTHER}]", offices(read("{'person_id': 'ana', 'post_id': 'p'}", post)));
        assertEquals("[{title:Guard,of:club,rank:OTHER}]", offices(read(membership("club", "'post_id': 'p'"), post)));
    }

    @Test
    void membershipWithoutAPostTakesNothingFromAPostWithoutAnId() {
        ImportedEntries actors = read(membership("club", "'id': 'm'"), "{'label': 'Guard', 'organization_id': 'state'}");
        assertEquals("", offices(actors));
        assertEquals(List.of("memberships[0]: has no role, so it is not an office"), actors.skipped);
    }

    @Test
    void membershipThatIsListedTwiceIsOneOffice() {
        String guard = membership("club", "'id': 'm', 'role': 'Guard'");
        ImportedEntries actors = read(guard + "," + guard, "");
        assertEquals("[{title:Guard,of:club,rank:OTHER}]", offices(actors));
        assertEquals(List.of(), actors.skipped);
    }

    @Test
    void overlappingTermIsLeftOut() {
        ImportedEntries actors = read(
                membership("club", "'role': 'Guard'") + "," + membership("club", "'role': 'Guard', 'start_date': '2020'") + ","
                        + membership("state", "'role': 'Guard'") + "," + membership("state", "'role': 'Guard'"),
                "");
        assertEquals("[{title:Guard,of:club,rank:OTHER},{title:Guard,of:club,rank:OTHER,from:2020},"
                + "{title:Guard, Arcadia,of:arcadia,rank:OTHER}]", offices(actors));
        assertEquals(List.of("memberships[3]: overlaps another term as Guard, Arcadia"), actors.skipped);
    }

    @Test
    void whatIsNoOfficeOfANewPersonIsListed() {
        ImportedEntries actors = read("{'person_id': 'nobody', 'organization_id': 'club', 'role': 'Guard'},"
                + membership("nowhere", "'role': 'Guard'") + "," + membership("club", "'role': ' '")
                + ",{'person_id': 'cm', 'organization_id': 'state', 'role': 'Ambassador', 'end_date': '1999'}", "");
        assertEquals("", offices(actors));
        assertEquals(List.of("memberships[0]: its person is not in this file", "memberships[1]: its organization is not in this file",
                "memberships[2]: has no role, so it is not an office",
                "memberships[3]: 'charles-michel' is already known; add to its offices "
                        + "{title: Ambassador, of: arcadia, rank: AMBASSADOR, to: 1999}"),
                actors.skipped);
    }
}
