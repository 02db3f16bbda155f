package org.parley.persistence;

import java.util.Locale;

/** SQL conditions that filters of several kinds share. The table of the records has the alias `e`. */
public final class Conditions {

    /** About one of the issues with these slugs. */
    public static final String ISSUES = """
            exists (select from record_issue r join issue i on i.id = r.issue_id where r.record_id = e.id and i.slug = any(:issues))""";

    /** Attested by one of the sources with these slugs. */
    public static final String SOURCES = """
            exists (select from attestation t join source s on s.id = t.source_id where t.record_id = e.id and s.slug = any(:sources))""";

    /** The keys of the records of all kinds that have the words of `:text`. */
    public static final String WORDED = worded("text", "", 1);

    /** At any of the places with these slugs, names or aliases. */
    public static final String PLACES = """
            exists (select from place_record r where r.record_id = e.id and r.place_id in (
                select p.id from place p where p.slug = any(:places) or string_to_array(plain(p.name, p.aliases), E'\\n')
                    && array(select plain(w.name) from unnest(cast(:places as text[])) w (name))))""";

    /** At a place in any of the countries with these slugs. */
    public static final String COUNTRIES = """
            exists (select from place_record r join place p on p.id = r.place_id join actor a on a.id = p.country_id
                where r.record_id = e.id and a.slug = any(:countries))""";

    /** The record has the words of `:text`, as a search for it requires. */
    public static final String TEXT = "e.id in (" + WORDED + ")";

    /** The names of the record have the words of `:measure` as written. */
    public static final String MEASURE = "e.id in (" + worded("measure", "=", 0) + ")";

    private Conditions() {
    }

    private static String worded(String name, String mark, int tier) {
        return String.format(Locale.ROOT, """
                select w.record_id from search_entry w where w.words @@ (select terms_query(cast(:%s as text[]), '%s', %d))""", name, mark,
                tier);
    }

    /** One of the actors with the slugs `:name` has the role, itself or through someone acting for it. */
    public static String countsFor(String role, String name) {
        return String.format(Locale.ROOT, """
                exists (select from actor_record r join actor a on a.id = r.actor_id
                    where r.record_id = e.id and r.role = '%s' and a.slug = any(:%s))""", role, name);
    }

    /** Each of the actors with the slugs `:name` has the role in a record of the kind. An empty list matches nothing. */
    public static String countsForAll(String kind, String role, String name) {
        return countsForFirst(kind, role, name) + " and " + String.format(Locale.ROOT, """
                not exists (select from unnest(cast(:%2$s as text[])) t (slug) where not exists (select from actor_record r
                    join actor a on a.id = r.actor_id where r.record_id = e.id and r.role = '%1$s' and a.slug = t.slug))""", role, name);
    }

    /** The first of these actors has the role in a record of the kind, which an index finds. An empty list matches nothing. */
    public static String countsForFirst(String kind, String role, String name) {
        return String.format(Locale.ROOT, """
                e.id in (select r.record_id from actor_record r join actor a on a.id = r.actor_id
                    where a.slug = (cast(:%3$s as text[]))[1] and r.kind = '%1$s' and r.role = '%2$s')""", kind, role, name);
    }
}
