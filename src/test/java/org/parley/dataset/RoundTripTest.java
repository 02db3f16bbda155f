package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that the tables have the content of the files. */
@QuarkusTest
class RoundTripTest {

    @Inject
    Database database;

    @Test
    void meetingWithItsParticipations() {
        assertEquals("SUMMIT | LEADERS | HELD | 2023-07-15 | f | 2023-07-15 | 2023-07-15 | brussels | brussels-track | 6 | 4", database
                .one("""
                        select m.kind, m.level, m.status, m.date_edtf, m.date_inferred, m.date_earliest, m.date_latest, p.slug, t.slug, m.ordinal,
                            cardinality(m.outcomes)
                        from meeting m join meeting_place w on w.meeting_id = m.id join place p on p.id = w.place_id join track t on t.id = m.track_id
                        where m.slug = 'brussels-2023-07-15'"""));
        assertEquals(List.of("1 | charles-michel | HOST | President of the European Council | LEADER | european-council | f",
                "2 | charles-michel | MEDIATOR | President of the European Council | LEADER | european-council | f",
                "3 | charles-michel | CONVENER | President of the European Council | LEADER | european-council | f",
                "4 | ilham-aliyev | PARTY | President of Azerbaijan | LEADER | azerbaijan | f",
                "5 | nikol-pashinyan | PARTY | Prime Minister of Armenia | LEADER | armenia | f"), database.rows("""
                        select p.position, a.slug, p.role, o.title, o.rank, b.slug, p.inferred
                        from participation p join meeting m on m.id = p.meeting_id join actor a on a.id = p.actor_id
                            join office o on o.id = p.office_id and o.holder_id = a.id join actor b on b.id = p.on_behalf_of_id
                        where m.slug = 'brussels-2023-07-15' order by p.position"""));
        assertEquals(List.of("4 | paragraph 1 | null | null", "7 | paragraph 1 | ordinal | 6"), database.rows("""
                select a.position, a.locator, a.field, a.reads
                from attestation a join meeting m on m.id = a.record_id join source s on s.id = a.source_id
                where m.slug = 'brussels-2023-07-15' and s.slug = 'russia-stresses-its-red-lines'
                    and (a.field is null or a.field = 'ordinal') order by a.position"""));
        assertEquals("territorial-integrity, border-delimitation, transport-links, humanitarian-supplies, lachin-road, peace-treaty",
                database.one("""
                        select string_agg(i.slug, ', ' order by r.position)
                        from record_issue r join issue i on i.id = r.issue_id join meeting m on m.id = r.record_id
                        where m.slug = 'brussels-2023-07-15'"""));
    }

    @Test
    void statementWithItsPoints() {
        assertEquals(List.of("SPEAKER | nikol-pashinyan", "SPEAKER | ilham-aliyev", "ON_BEHALF_OF | armenia", "ON_BEHALF_OF | azerbaijan"),
                database.rows("""
                        select i.role, a.slug from involvement i join statement s on s.id = i.record_id join actor a on a.id = i.actor_id
                        where s.slug = 'aliyev-pashinyan-instruction-kazan' and i.role <> 'ADDRESSEE' order by i.role desc, i.position"""));
        assertEquals(
                List.of("aliyev-pashinyan-instruction-kazan-1 | armenia | 2024-10-21 | 2024-10-31 | DOCUMENT_FACT | paragraph 4",
                        "aliyev-pashinyan-instruction-kazan-2 | azerbaijan | 2024-10-21 | 2024-10-31 | DOCUMENT_FACT | paragraph 4"),
                database.rows("""
                        select p.slug, a.slug, p.date_earliest, p.date_latest, p.voice, t.locator
                        from position p join statement s on s.id = p.statement_id join actor a on a.id = p.actor_id
                            join attestation t on t.record_id = p.id
                        where s.slug = 'aliyev-pashinyan-instruction-kazan' order by p.number"""));
        assertEquals("peace-treaty", database.one("""
                select i.slug from record_issue r join issue i on i.id = r.issue_id join statement s on s.id = r.record_id
                where s.slug = 'aliyev-pashinyan-instruction-kazan'"""));
    }

    @Test
    void agreementWithItsProvisions() {
        assertEquals(
                List.of("ilham-aliyev | azerbaijan | President of Azerbaijan | t",
                        "nikol-pashinyan | armenia | Prime Minister of Armenia | t", "vladimir-putin | russia | President of Russia | t"),
                database.rows("""
                        select a.slug, b.slug, o.title, s.inferred
                        from signature s join agreement g on g.id = s.agreement_id join actor a on a.id = s.actor_id
                            join actor b on b.id = s.on_behalf_of_id join office o on o.id = s.office_id
                        where g.slug = 'trilateral-statement-2020-11-09' order by s.position"""));
        assertEquals("ceasefire | paragraph 23, paragraph 5, article 1", database.one("""
                select i.slug, string_agg(t.locator, ', ' order by t.position)
                from provision p join agreement g on g.id = p.agreement_id join issue i on i.id = p.issue_id
                    join attestation t on t.provision_id = p.id and t.record_id = g.id
                where g.slug = 'trilateral-statement-2020-11-09' and p.number = 1 group by i.slug"""));
        assertEquals("date | PRIMARY_WORDING", database.one("""
                select r.field, r.rule from resolution r join agreement g on g.id = r.record_id
                where g.slug = 'trilateral-statement-2020-11-09'"""));
    }

    @Test
    void dateThatWasWorkedOut() {
        assertEquals("t | 2023-07-18 | 2023-09-30", database.one("""
                select date_inferred, date_earliest, date_latest from source where slug = 'russia-determined-not-to-be-marginalised'"""));
    }

    @Test
    void figureWithItsPeriod() {
        assertEquals("94 | 94 | per cent | russia | 2011 | 2011-01-01 | 2020-12-31 | armenia", database.one("""
                select f.printed, f.value, f.unit, b.slug, f.from_edtf, f.from_earliest, f.to_latest, a.slug
                from figure f join actor b on b.id = f.by_id
                    join involvement i on i.record_id = f.id and i.role = 'OF' join actor a on a.id = i.actor_id
                where f.slug = 'armenia-arms-from-russia-2011-2020'"""));
    }
}
