package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.exchange.ForeignFiles.entries;
import static org.parley.exchange.ForeignFiles.faults;
import static org.parley.exchange.ForeignFiles.origin;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the conversion of persons and organizations of a Popolo file to entries of actors, and the list of skipped values. */
class PopoloConverterTest {

    private static final String ATTESTED = ",attestations:[{source:report,locator:title,voice:DOCUMENT_FACT}]}\n";

    @TempDir
    Path folder;

    private ImportedEntries read(String json) {
        return ForeignFiles.popolo(folder, json.replace('\'', '"'));
    }

    @Test
    void personHasNameDescriptionAndAliases() {
        assertEquals("{slug:ana-nunez,name:Ana Núñez,kind:PERSON,description:A member.,aliases:[A. N.,Nune]" + ATTESTED, entries(read("""
                {'persons': [{'name': ' Ana Núñez ', 'summary': 'A member.', 'abstract': 'Not read.',
                  'other_names': [{'name': 'A. N.'}, {'name': 'Ana Núñez'}, {}, {'name': ' '}, {'name': 'Nune'}, {'name': 'A. N. '}]}]}
                """)));
    }

    @Test
    void organizationHasKindAndMayBePartOfAnother() {
        ImportedEntries actors = read("""
                {'organizations': [
                  {'id': '1', 'name': 'Assembly', 'classification': 'Parliament', 'parent_id': '2', 'abstract': 'One chamber.'},
                  {'id': '2', 'name': 'Arcadia', 'classification': 'country'},
                  {'id': '3', 'name': 'Club', 'classification': 'guild', 'parent_id': '9'},
                  {'id': '4', 'name': 'Company'},
                  {'id': '5', 'name': 'Office', 'parent_id': '6'},
                  {'id': '6', 'name': 'Armenia', 'parent_id': '2'},
                  {'id': '7', 'name': '東京', 'parent_id': '2'}]}
                """);
        assertEquals(
                String.join(ATTESTED, "{slug:assembly,name:Assembly,kind:BODY,description:One chamber.,partOf:arcadia",
                        "{slug:arcadia,name:Arcadia,kind:STATE", "{slug:club,name:Club,kind:ORGANIZATION",
                        "{slug:company,name:Company,kind:ORGANIZATION", "{slug:office,name:Office,kind:ORGANIZATION,partOf:armenia", ""),
                entries(actors));
        assertEquals(List.of("organizations[2].classification 'guild': imported as ORGANIZATION",
                "organizations[6]: the name '東京' has no Latin letters for a slug",
                "organizations[2].parent_id '9': not an organization in this file"), actors.skipped);
        assertEquals(List.of("organizations[5] 'Armenia' is armenia at actors.yaml:7; add to it if new: an attestation"), actors.existing);
    }

    @ParameterizedTest
    @CsvSource({"persons, x, Charles Michel, charles-michel", "persons, charles-michel, C. M., charles-michel",
            "persons, x, CHARLES MICHEL, charles-michel", "persons, x, John Smith,", "persons, x, Armenia,", "persons, x, Mercury,",
            "organizations, x, Mercury, mercury", "organizations, x, Charles Michel,", "organizations, armenia, Elsewhere, armenia",
            "organizations, utopia, Armenia, utopia"})
    void recordIsKnownByIdNameOrSlugOfTheName(String list, String id, String name, String slug) {
        ImportedEntries actors = read("{'" + list + "': [{'id': '" + id + "', 'name': '" + name + "'}]}");
        assertEquals(slug == null ? 1 : 0, actors.entries.size());
        assertEquals(
                slug == null ? List.of()
                        : List.of(list + "[0] '" + name + "' is " + slug + " at actors.yaml:7; add to it if new: an attestation"),
                actors.existing);
    }

    @Test
    void faultIsFoundAtItsKey() {
        ImportedEntries actors = read("""
                {'persons': [
                  {
                    'name': 'Ana',
                    'summary': 'A member.',
                    'memberships': [
                      {'organization_id': '1',
                       'role': 'Clerk',
                       'start_date': '2001',
                       'end_date': '2002'}]
                  }],
                 'organizations': [{'id': '1', 'name': 'Assembly',
                   'parent_id': '2'},
                   {'id': '2',
                    'abstract': 'Large.',
                    'name': 'Arcadia'}]}
                """);
        assertEquals("12: organizations[0].parent_id", origin(actors, 0, "partOf"));
        assertEquals("11: organizations[0]", origin(actors, 0, "attestations/0/locator"));
        assertEquals("15: organizations[1].name", origin(actors, 1, "slug"));
        assertEquals("14: organizations[1].abstract", origin(actors, 1, "description"));
        assertEquals("2: persons[0]", origin(actors, 2, "kind"));
        assertEquals("6: persons[0].memberships[0]", origin(actors, 2, "offices/0/title"));
        assertEquals("8: persons[0].memberships[0].start_date", origin(actors, 2, "offices/0/from"));
        assertEquals("9: persons[0].memberships[0].end_date", origin(actors, 2, "offices/0/to"));
    }

    @Test
    void keysWithoutAPlaceAreCounted() {
        assertEquals(
                List.of("areas: 2 times", "memberships.area_id: 3 times", "organizations.links: 1 time", "persons.gender: 2 times",
                        "persons.rank: 1 time", "posts.start_date: 2 times"),
                read("""
                        {'areas': [{}, {}],
                         'persons': [{'id': 'a', 'name': 'Ana', 'gender': 'f', 'image': '', 'links': [], 'contact': {}, 'sort_name': null,
                            'memberships': [{'organization_id': '1', 'role': 'Clerk', 'area_id': '1'}]},
                           {'name': 'Bo', 'gender': 'm', 'rank': 0}],
                         'organizations': [{'id': '1', 'name': 'Assembly', 'links': [1],
                           'memberships': [{'person_id': 'a', 'role': 'Head', 'area_id': '2'}],
                           'posts': [{'id': 'p', 'start_date': '2001'}]}],
                         'memberships': [{'person_id': 'a', 'organization_id': '1', 'role': 'Guard', 'area_id': '1'}],
                         'posts': [{'id': 'q', 'start_date': '2001'}]}
                        """).skipped);
    }

    @Test
    void faultsOfTheFileAreReported() {
        String other = "is not Popolo; write an object with the lists persons, organizations and memberships";
        assertEquals(List.of("file:1: " + other), faults(read("[]")));
        assertEquals(List.of("file:1: " + other), faults(read("{'persons': {}}")));
        assertEquals(List.of(), faults(read("{'persons': []}")));
        assertEquals(List.of(), faults(read("{'organizations': ['no object']}")));
        assertEquals(List.of("file:2: is not valid JSON: Duplicate field 'persons'"), faults(read("{'persons': [],\n'persons': []}")));
        assertEquals(1, faults(read("{'persons': []} {}")).size());
        assertEquals(List.of("file: cannot be read: no such file or folder"),
                faults(new PopoloConverter(folder.resolve("absent.json"), ForeignFiles.KNOWN).read("report", "title")));
    }
}
