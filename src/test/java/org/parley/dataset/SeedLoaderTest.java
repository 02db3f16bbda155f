package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.load.DataSetLoader;
import org.parley.dataset.load.LoadReport;
import org.parley.dataset.load.LoadReport.Tally;
import org.parley.entry.FaultyDataException;
import org.parley.record.Kind;

/** Tests what a load inserts, updates, leaves unchanged and removes. */
@QuarkusTest
@ReloadsDataSet
class SeedLoaderTest {

    private static final String PARTS = "select string_agg(p.id || ' ' || a.slug || ' ' || p.role, ', ' order by p.position) from participation p"
            + " join actor a on a.id = p.actor_id join meeting m on m.id = p.meeting_id where m.slug = 'brussels-2023-07-15'";

    @Inject
    DataSetLoader loader;

    @Inject
    Database database;

    @TempDir
    Path folder;

    SeedCopy copy;

    @BeforeEach
    void copyTheDataSet() {
        copy = new SeedCopy(folder);
    }

    @Test
    void secondLoadChangesNothing() {
        String before = database.one("select revision, loaded_at from dataset") + database.one(PARTS);
        LoadReport second = loader.load(folder);
        assertEquals(new Tally(0, 0, second.total().unchanged(), 0), second.total());
        assertTrue(second.of(Kind.MEETING).unchanged() >= 20, second.table());
        assertEquals(before, database.one("select revision, loaded_at from dataset") + database.one(PARTS));
    }

    @Test
    void layoutOfAFileDoesNotCount() {
        copy.replace("  name: Charles Michel\n  kind: PERSON\n", "  # A comment.\n  kind: PERSON\n  name: \"Charles Michel\"\n");
        assertEquals(0, loader.load(folder).of(Kind.ACTOR).updated());
    }

    @Test
    void changedEntryIsUpdated() {
        copy.replace("title: Aliyev and Pashinyan with Michel in Brussels, 15 July 2023", "title: Talks in Brussels");
        long revision = revision();
        assertUpdated(1, Kind.MEETING, loader.load(folder));
        assertEquals("Talks in Brussels", database.one("select title from meeting where slug = 'brussels-2023-07-15'"));
        assertEquals("5", database.one(
                "select count(*) from participation p join meeting m on m.id = p.meeting_id" + " where m.slug = 'brussels-2023-07-15'"));
        assertEquals(revision + 1, revision());
        assertUpdated(1, Kind.MEETING, loader.load(SeedCopy.DATA_SET));
    }

    @Test
    void entryLeftOutIsRemovedWithAllThatHangsOnIt() {
        copy.leaveOut("positions", "armenia-reaffirms-recognition");
        String attestations = "select count(*) from attestation a join record r on r.id = a.record_id";
        int all = Integer.parseInt(database.one(attestations));
        int its = Integer.parseInt(database.one(attestations + " where r.slug = 'armenia-reaffirms-recognition'"));
        LoadReport report = loader.load(folder);
        assertEquals(new Tally(0, 0, report.total().unchanged(), 1), report.total());
        assertEquals(1, report.of(Kind.POSITION).removed());
        assertTrue(its > 0);
        assertEquals(all - its, Integer.parseInt(database.one(attestations)));
        assertEquals("", database.one("select id from record where slug = 'armenia-reaffirms-recognition'"));
        assertEquals(new Tally(1, 0, report.total().unchanged(), 0), loader.load(SeedCopy.DATA_SET).total());
    }

    @Test
    void pointOfAStatementIsARecordOfItsOwnAndPartOfItsEntry() {
        copy.replace("summary: Azerbaijan's foreign ministry is to speed up the negotiations.", "summary: Is to negotiate faster.");
        LoadReport report = loader.load(folder);
        assertEquals(1, report.of(Kind.STATEMENT).updated(), report.table());
        assertEquals(1, report.of(Kind.POSITION).updated(), report.table());
        assertEquals(new Tally(0, 2, report.total().unchanged(), 0), report.total());
        assertEquals("Is to negotiate faster. | 2 | azerbaijan | peace-treaty | XXXX-10-21~/XXXX-10-31~",
                database.one("select p.summary, p.number, a.slug, i.slug, p.date_edtf from position p join actor a on a.id = p.actor_id"
                        + " join issue i on i.id = p.issue_id where p.slug = 'aliyev-pashinyan-instruction-kazan-2'"));
    }

    @Test
    void officeKeepsItsRowWhenItsActorChanges() {
        String office = "select o.id from office o join actor a on a.id = o.holder_id where a.slug = 'charles-michel'";
        String before = database.one(office);
        copy.replace("{title: President of the European Council, of: european-council, rank: LEADER}",
                "{title: President of the European Council, of: european-council, rank: OTHER, from: 2019-12}");
        assertUpdated(1, Kind.ACTOR, loader.load(folder));
        assertEquals(before, database.one(office));
        assertEquals("OTHER | 2019-12 | 2019-12-31 | null",
                database.one("select o.rank, o.from_edtf, o.from_latest, o.to_edtf from office o" + " where o.id in (" + office + ")"));
    }

    @Test
    void officeOfAnotherTitleTakesItsPlace() {
        copy.replace("President of the European Council", "Head of the European Council");
        LoadReport report = loader.load(folder);
        assertTrue(report.of(Kind.MEETING).updated() >= 2, report.table());
        assertEquals("Head of the European Council",
                database.one("select o.title from office o join actor a on a.id = o.holder_id where a.slug = 'charles-michel'"));
    }

    @Test
    void whoActsInAnOfficeActsForWhatItIsOf() {
        String forWhom = "select distinct b.slug from participation p join meeting m on m.id = p.meeting_id"
                + " join actor a on a.id = p.actor_id join actor b on b.id = p.on_behalf_of_id"
                + " where m.slug = 'brussels-2023-07-15' and a.slug = 'charles-michel'";
        assertEquals("european-council", database.one(forWhom));
        copy.replace("{title: President of the European Council, of: european-council,",
                "{title: President of the European Council, of: european-union,");
        loader.load(folder);
        assertEquals("european-union", database.one(forWhom));
    }

    @Test
    void partsMayStandBeforeTheirWhole() {
        copy.add("actors/new.yaml",
                actor("inner-office", "middle-office") + actor("middle-office", "outer-office") + actor("outer-office", "european-union"));
        assertEquals(3, loader.load(folder).of(Kind.ACTOR).inserted());
        assertEquals("middle-office", database
                .one("select whole.slug from actor part join actor whole on whole.id = part.part_of_id where part.slug = 'inner-office'"));
        assertEquals(3, loader.load(SeedCopy.DATA_SET).of(Kind.ACTOR).removed());
    }

    @Test
    void recordsThatReferToOneAnotherAreRemovedTogether() {
        copy.add("actors/new.yaml",
                actor("club", "european-union") + actor("chair", "european-union") + "  offices: [{title: Chair, of: club, rank: OTHER}]\n")
                .add("issues/new.yaml", """
                        - {slug: dues, name: Dues, attestations: [{source: notes, locator: title, voice: DOCUMENT_FACT}]}
                        """)
                .add("sources/new.yaml",
                        """
                                - {slug: notes, title: Notes, publisher: club, published: 2023, kind: OTHER, language: en, paragraphs: 1, footnotes: 0}
                                """)
                .add("agreements/new.yaml", """
                        - slug: rules
                          title: Rules
                          kind: PROCEDURE
                          status: AGREED
                          date: 2023
                          parties: [club]
                          provisions:
                            - number: 1
                              summary: Dues are paid.
                              issue: dues
                              attestations:
                                - {source: notes, locator: paragraph 1, voice: DOCUMENT_FACT}
                          attestations:
                            - {source: notes, locator: title, voice: DOCUMENT_FACT}
                        """);
        assertEquals(5, loader.load(folder).total().inserted());
        assertEquals(5, loader.load(SeedCopy.DATA_SET).total().removed());
    }

    @Test
    void whatAnEditorsRecordRefersToStays() {
        copy.add("actors/new.yaml", actor("club", "european-union"));
        loader.load(folder);
        database.run("insert into record (kind, slug) values ('FIGURE', 'editors-own')");
        database.run("insert into figure (id, slug, measure, printed, unit, by_id) select r.id, r.slug, 'members', '7', 'persons', a.id"
                + " from record r, actor a where r.slug = 'editors-own' and a.slug = 'club'");
        long revision = revision();
        try {
            FaultyDataException rejected = assertThrows(FaultyDataException.class, () -> loader.load(SeedCopy.DATA_SET));
            assertTrue(
                    rejected.getMessage().endsWith("\nactor: club: is no longer in the files, but the figure 'editors-own', changed by an"
                            + " editor, refers to it; restore it, or first retract or amend that figure"),
                    rejected.getMessage());
            assertEquals(revision, revision());
        } finally {
            database.run("delete from record where slug = 'editors-own'");
        }
    }

    @Test
    void nothingIsWrittenWhereThereIsAFault() {
        String before = database.one("select count(*), max(id) from record") + database.one("select revision, loaded_at from dataset");
        copy.add("actors/new.yaml", actor("club", "no-such-union")).replace("title: Aliyev and Pashinyan with Michel", "title: Talks");
        FaultyDataException rejected = assertThrows(FaultyDataException.class, () -> loader.load(folder));
        assertEquals(1, rejected.faults().size());
        assertThrows(FaultyDataException.class, () -> loader.load(FaultsTest.FAULTS));
        assertEquals(before,
                database.one("select count(*), max(id) from record") + database.one("select revision, loaded_at from dataset"));
    }

    @Test
    void recordsCountForThoseWhoActed() {
        assertNotEquals("0", database.one("select count(*) from actor_record r join actor a on a.id = r.actor_id"
                + " where a.slug = 'european-union' and r.role = 'HOST' and r.slug = 'brussels-2023-07-15'"));
    }

    private static String actor(String slug, String partOf) {
        return "- slug: " + slug + "\n  name: " + slug + "\n  kind: BODY\n  partOf: " + partOf + "\n  attestations:\n"
                + "    - {source: russia-stresses-its-red-lines, locator: title, voice: DOCUMENT_FACT}\n";
    }

    private static void assertUpdated(int number, Kind kind, LoadReport report) {
        assertEquals(number, report.of(kind).updated(), report.table());
        assertEquals(new Tally(0, number, report.total().unchanged(), 0), report.total());
    }

    private long revision() {
        return Long.parseLong(database.one("select revision from dataset"));
    }
}
