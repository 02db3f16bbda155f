package org.parley.seed.stored;

import java.util.Locale;

/** SQL for the pieces that the entries of several kinds have in common. The entry's own table has the alias `e`. */
final class Pieces {

    private Pieces() {
    }

    /** A date as a file has it, of the columns that begin so: 'e.date'. */
    static String date(String prefix) {
        return String.format(Locale.ROOT, """
                case when %1$s_reading is not null then json_build_object('edtf', %1$s_edtf, 'reading', %1$s_reading)
                    when %1$s_inferred then json_build_object('edtf', %1$s_edtf, 'inferred', true) else to_json(%1$s_edtf) end""", prefix);
    }

    static String period() {
        return "case when coalesce(e.from_edtf, e.to_edtf) is not null then json_build_object('from', " + date("e.from") + ", 'to', "
                + date("e.to") + ") end";
    }

    /** The slug of the record with that key. */
    static String slug(String key) {
        return "(select x.slug from record x where x.id = " + key + ")";
    }

    /** Texts that are kept in one column. */
    static String texts(String column) {
        return "case when cardinality(" + column + ") > 0 then to_json(" + column + ") end";
    }

    /** The actors in that role, in their order. */
    static String actors(String role) {
        return "(select json_agg(a.slug order by i.position) from involvement i join actor a on a.id = i.actor_id"
                + " where i.record_id = e.id and i.role = '" + role + "')";
    }

    static String issues() {
        return "(select json_agg(s.slug order by i.position) from record_issue i join issue s on s.id = i.issue_id where i.record_id = e.id)";
    }

    static String happening() {
        return "'happening', (select h.name from happening h where h.record_id = e.id)";
    }

    static String attestations() {
        return attestations("t.record_id = e.id and t.provision_id is null");
    }

    static String attestations(String where) {
        return String.format(Locale.ROOT, """
                (select json_agg(json_build_object('source', s.slug, 'locator', t.locator, 'voice', t.voice, 'field', t.field,
                    'value', t.value, 'reads', t.reads, 'fragment', t.fragment) order by t.position, t.id)
                from attestation t join source s on s.id = t.source_id where %s)""", where);
    }

    static String resolutions() {
        return "(select json_agg(json_build_object('field', r.field, 'rule', r.rule, 'note', r.note) order by r.field)"
                + " from resolution r where r.record_id = e.id)";
    }
}
