package org.parley.seed.dump;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.parley.seed.dump.RecordDigests.Name;
import org.parley.seed.read.SeedKind;

/** What was recorded of each record, and what an entry made up from the tables does not show. */
final class RecordCheckQueries {

    private static final String LAST_CHANGES = "select distinct on (kind, slug) kind, slug, after from change";

    /** Columns that a load fills in where an entry leaves them out, and names that are kept twice: kind, slug, what is wrong. */
    private static final String GAPS = """
            select 'MEETING' as kind, m.slug, 'has a participation whose office is not that of its actor, or whose side is missing' as fault
                from participation p join meeting m on m.id = p.meeting_id join office o on o.id = p.office_id
                where p.on_behalf_of_id is null or o.holder_id <> p.actor_id
            union select 'AGREEMENT', a.slug, 'has a signature whose office is not that of its actor, or whose side is missing'
                from signature s join agreement a on a.id = s.agreement_id join office o on o.id = s.office_id
                where s.on_behalf_of_id is null or o.holder_id <> s.actor_id
            union select 'AGREEMENT', a.slug, 'has a provision whose attestations are those of another record'
                from attestation t join provision p on p.id = t.provision_id join agreement a on a.id = p.agreement_id
                where t.record_id <> p.agreement_id
            union select 'AGREEMENT', a.slug, 'does not have the issues of its provisions' from agreement a where array(
                    select distinct issue_id from provision p where p.agreement_id = a.id and issue_id is not null order by 1)
                <> array(select issue_id from record_issue i where i.record_id = a.id order by 1)
            union select 'STATEMENT', s.slug, 'does not have the issues of its points'
                from statement s join position p on p.statement_id = s.id
                where not exists (select from record_issue i where i.record_id = s.id and i.issue_id = p.issue_id)
            union select 'POSITION', p.slug, 'does not have the slug of its place in its statement'
                from statement s join position p on p.statement_id = s.id where p.slug is distinct from s.slug || '-' || p.number
            union select 'POSITION', slug, 'has a number, and no statement' from position where statement_id is null and number is not null""";

    /** Lists whose rows are numbered from 1: table, the column of their record, and what else makes a list of its own. */
    private static final List<List<String>> LISTS = List.of(List.of("participation", "meeting_id", ""),
            List.of("signature", "agreement_id", ""), List.of("statement_reference", "statement_id", ""),
            List.of("involvement", "record_id", ", role"), List.of("record_issue", "record_id", ""),
            List.of("attestation", "record_id", ", provision_id"));

    /** An actor's roles in one office follow one another. */
    private static final String SCATTERED = """
             union select 'MEETING', m.slug, 'has a participation whose roles are not in one place' from participation p
            join meeting m on m.id = p.meeting_id group by m.slug, p.actor_id, p.office_id, p.on_behalf_of_id, p.inferred
            having max(p.position) - min(p.position) + 1 <> count(*)""";

    private final StatelessSession session;

    RecordCheckQueries(StatelessSession session) {
        this.session = session;
    }

    /** All that this transaction reads is of one moment, and it writes nothing. Comes first. */
    void begin() {
        session.createNativeMutationQuery("set transaction isolation level repeatable read, read only").executeUpdate();
    }

    /** The digest of each record as it was last written; blank where there is none. */
    Map<Name, String> digests() {
        Map<Name, String> digests = new TreeMap<>();
        texts("select kind, slug, coalesce(content, '') as content from record", "kind", "slug", "content").getResultList()
                .forEach(row -> digests.put(new Name((String) row[0], (String) row[1]), (String) row[2]));
        return digests;
    }

    /** The records that stand after the last change of each, and how many points each had then. */
    Map<Name, Integer> standing() {
        Map<Name, Integer> points = new TreeMap<>();
        texts("select kind, slug, cast(coalesce(json_array_length(after -> 'points'), 0) as text) as points from (" + LAST_CHANGES
                + " order by kind, slug, id desc) c where after is not null", "kind", "slug", "points").getResultList()
                .forEach(row -> points.put(new Name((String) row[0], (String) row[1]), Integer.valueOf((String) row[2])));
        return points;
    }

    /** The entries of these records as they were last recorded, as JSON. A point has none. */
    Map<Name, String> entries(Collection<Name> names) {
        Map<Name, String> entries = new TreeMap<>();
        texts("select kind, slug, cast(after as text) as entry from (" + LAST_CHANGES + """
                 where (kind, slug) in (select * from unnest(cast(:kinds as text[]), cast(:slugs as text[])))
                order by kind, slug, id desc) c where after is not null""", "kind", "slug", "entry")
                .setParameter("kinds", names.stream().map(Name::kind).toArray(String[]::new))
                .setParameter("slugs", names.stream().map(Name::slug).toArray(String[]::new)).getResultList()
                .forEach(row -> entries.put(new Name((String) row[0], (String) row[1]), (String) row[2]));
        return entries;
    }

    List<Object[]> gaps() {
        StringBuilder sql = new StringBuilder(GAPS).append(SCATTERED);
        LISTS.forEach(list -> sql.append(" union select r.kind, r.slug, 'has a gap in the list ").append(list.get(0)).append("' from ")
                .append(list.get(0)).append(" l join record r on r.id = l.").append(list.get(1)).append(" group by r.kind, r.slug")
                .append(list.get(2)).append(" having min(l.position) <> 1 or max(l.position) <> count(*)"));
        for (SeedKind kind : SeedKind.values()) {
            sql.append(" union select '").append(kind).append("', k.slug, 'has another name in the table record' from ").append(kind.word())
                    .append(" k join record r on r.id = k.id where (r.kind, r.slug) is distinct from ('").append(kind).append("', k.slug)");
        }
        return texts(sql.toString(), "kind", "slug", "fault").getResultList();
    }

    /** Every date: kind and slug of its record, EDTF, reading, inferred, first and last day. */
    List<Object[]> dates() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        List.of("source", "meeting", "statement", "position", "agreement", "event").forEach(table -> prefixes.put(table, "date"));
        List.of("track", "figure", "office").forEach(table -> prefixes.put(table, "from to"));
        StringBuilder sql = new StringBuilder();
        prefixes.forEach((table, all) -> {
            for (String prefix : all.split(" ")) {
                sql.append(sql.isEmpty() ? "" : " union all ").append(dates(table, "e." + prefix));
            }
        });
        return session.createNativeQuery(sql.toString(), Object[].class).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("slug", StandardBasicTypes.STRING).addScalar("edtf", StandardBasicTypes.STRING)
                .addScalar("reading", StandardBasicTypes.STRING).addScalar("inferred", StandardBasicTypes.BOOLEAN)
                .addScalar("earliest", StandardBasicTypes.LOCAL_DATE).addScalar("latest", StandardBasicTypes.LOCAL_DATE).getResultList();
    }

    private static String dates(String table, String prefix) {
        return String.format(Locale.ROOT, """
                select r.kind, r.slug, %1$s_edtf as edtf, %1$s_reading as reading, %1$s_inferred as inferred, %1$s_earliest as earliest,
                    %1$s_latest as latest
                from %2$s e join record r on r.id = e.%3$s
                where num_nonnulls(%1$s_edtf, %1$s_reading, %1$s_inferred, %1$s_earliest, %1$s_latest) > 0""", prefix, table,
                table.equals("office") ? "holder_id" : "id");
    }

    private NativeQuery<Object[]> texts(String sql, String... columns) {
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        for (String column : columns) {
            query.addScalar(column, StandardBasicTypes.STRING);
        }
        return query;
    }
}
