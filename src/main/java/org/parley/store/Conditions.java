package org.parley.store;

import java.util.Locale;

/** Conditions that the filters of several kinds of record share. The record's table has the alias `e`. */
public final class Conditions {

    /** On one of the issues of these slugs. */
    public static final String ISSUES = """
            exists (select from record_issue r join issue i on i.id = r.issue_id where r.record_id = e.id and i.slug = any(:issues))""";

    /** Told by one of the sources of these slugs. */
    public static final String SOURCES = """
            exists (select from attestation t join source s on s.id = t.source_id where t.record_id = e.id and s.slug = any(:sources))""";

    /** At one of the places of these slugs, names or other names. */
    public static final String PLACES = """
            e.place_id in (select p.id from place p where p.slug = any(:places) or string_to_array(plain(p.name, p.aliases), E'\\n')
                && array(select plain(w.name) from unnest(cast(:places as text[])) w (name)))""";

    private Conditions() {
    }

    /** Counts in that role for one of the actors of the slugs `:name`: one of them acted, or somebody for it. */
    public static String countsFor(String role, String name) {
        return String.format(Locale.ROOT, """
                exists (select from actor_record r join actor a on a.id = r.actor_id
                    where r.record_id = e.id and r.role = '%s' and a.slug = any(:%s))""", role, name);
    }

    /** Counts in that role for every one of the actors of the slugs `:name`, of whom there is one at least. */
    public static String countsForAll(String role, String name) {
        return String.format(Locale.ROOT,
                """
                        cardinality(cast(:%2$s as text[])) > 0 and not exists (select from unnest(cast(:%2$s as text[])) t (slug) where not exists (select from actor_record r
                            join actor a on a.id = r.actor_id where r.record_id = e.id and r.role = '%1$s' and a.slug = t.slug))""",
                role, name);
    }
}
