package org.parley.seed.stored;

import static org.parley.seed.stored.Pieces.actors;
import static org.parley.seed.stored.Pieces.attestations;
import static org.parley.seed.stored.Pieces.date;
import static org.parley.seed.stored.Pieces.happening;
import static org.parley.seed.stored.Pieces.issues;
import static org.parley.seed.stored.Pieces.period;
import static org.parley.seed.stored.Pieces.resolutions;
import static org.parley.seed.stored.Pieces.slug;
import static org.parley.seed.stored.Pieces.texts;

import org.parley.seed.read.SeedKind;

/** For each kind of record the SQL that puts its entries together, keys in the order of seeds/README.md; what is unknown is left out. */
final class EntrySql {

    private EntrySql() {
    }

    /**
     * Key and entry of each record of that kind of which that holds, its table being `e`, in order of slug. Points of statements are none.
     */
    static String of(SeedKind kind, String where) {
        return "select e.id, cast(json_strip_nulls(json_build_object('slug', e.slug, " + pairs(kind) + ")) as text) as entry from "
                + kind.word() + " e where " + where + (kind == SeedKind.POSITION ? " and e.statement_id is null" : "") + " order by e.slug";
    }

    private static String pairs(SeedKind kind) {
        return switch (kind) {
            case ACTOR -> everyActor();
            case PLACE -> named() + ", 'country', " + slug("e.country_id");
            case ISSUE -> vouched(described() + ", 'broader', " + slug("e.broader_id"));
            case TRACK -> vouched("'name', e.name, 'description', e.description, 'leads', " + actors("LEAD") + ", 'period', " + period());
            case SOURCE -> sources();
            case MEETING -> meetings();
            case STATEMENT -> statements();
            case POSITION -> positions();
            case AGREEMENT -> agreements();
            case EVENT -> events();
            case FIGURE -> figures();
        };
    }

    private static String named() {
        return "'name', e.name, 'aliases', " + texts("e.aliases");
    }

    private static String described() {
        return "'name', e.name, 'description', e.description, 'aliases', " + texts("e.aliases");
    }

    private static String everyActor() {
        return vouched("'name', e.name, 'kind', e.kind, 'description', e.description, 'aliases', " + texts("e.aliases")
                + ", 'countryCode', e.country_code, 'partOf', " + slug("e.part_of_id") + ", 'offices', " + offices());
    }

    private static String sources() {
        return "'title', e.title, 'authors', " + actors("AUTHOR") + ", 'publisher', " + slug("e.publisher_id") + ", 'published', "
                + date("e.date") + ", 'kind', e.kind, 'language', e.language, 'paragraphs', e.paragraphs,"
                + " 'footnotes', e.footnotes, 'note', e.note";
    }

    private static String positions() {
        return "'actor', " + slug("e.actor_id") + ", 'issue', " + slug("e.issue_id") + ", 'stance', e.stance, 'date', " + date("e.date")
                + ", 'summary', e.summary, 'voice', e.voice, " + vouching();
    }

    private static String events() {
        return vouched("'title', e.title, 'kind', e.kind, 'date', " + date("e.date") + ", 'place', " + slug("e.place_id") + ", 'actors', "
                + actors("INVOLVED") + ", 'issues', " + issues() + ", " + happening()
                + ", 'summary', e.summary, 'alleged', nullif(e.alleged, false)");
    }

    private static String figures() {
        return vouched("'measure', e.measure, 'printed', e.printed, 'value', e.value, 'unit', e.unit, 'of', " + actors("OF") + ", 'by', "
                + slug("e.by_id") + ", 'period', " + period() + ", " + happening() + ", 'reportedBy', " + actors("REPORTED_BY"));
    }

    private static String vouched(String pairs) {
        return pairs + ", " + vouching();
    }

    private static String vouching() {
        return "'attestations', " + attestations() + ", 'resolutions', " + resolutions();
    }

    private static String offices() {
        return "(select json_agg(json_build_object('title', o.title, 'of', " + slug("o.of_id") + ", 'rank', o.rank, 'from', "
                + date("o.from") + ", 'to', " + date("o.to")
                + ") order by o.from_earliest nulls last, o.title) from office o where o.holder_id = e.id)";
    }

    /** Whom one acts for is left out where it is what the office is of: a load fills it in. */
    private static String participations() {
        return """
                (select json_agg(json_build_object('actor', p.actor, 'roles', p.roles, 'office', p.office, 'onBehalfOf', p.behalf,
                    'inferred', p.inferred) order by p.position)
                from (select a.slug as actor, o.title as office, nullif(b.slug, f.slug) as behalf, nullif(p.inferred, false) as inferred,
                        json_agg(p.role order by p.position) as roles, min(p.position) as position
                    from participation p join actor a on a.id = p.actor_id left join actor b on b.id = p.on_behalf_of_id
                        left join office o on o.id = p.office_id left join actor f on f.id = o.of_id
                    where p.meeting_id = e.id group by 1, 2, 3, 4) p)""";
    }

    private static String meetings() {
        return vouched(
                "'title', e.title, 'kind', e.kind, 'level', e.level, 'medium', e.medium, 'setting', e.setting, 'status', e.status, 'date', "
                        + date("e.date") + ", 'place', " + slug("e.place_id") + ", 'placeInferred', nullif(e.place_inferred, false),"
                        + " 'track', " + slug("e.track_id") + ", 'partOf', " + slug("e.part_of_id") + ", 'ordinal', e.ordinal, "
                        + happening() + ", 'summary', e.summary, 'outcomes', " + texts("e.outcomes") + ", 'issues', " + issues()
                        + ", 'participations', " + participations());
    }

    private static String statements() {
        return vouched("'speakers', " + actors("SPEAKER") + ", 'onBehalfOf', " + actors("ON_BEHALF_OF") + ", 'date', " + date("e.date")
                + ", 'form', e.form, 'venue', e.venue, 'summary', e.summary, 'quotation', e.quotation, 'addressees', " + actors("ADDRESSEE")
                + ", 'meeting', " + slug("e.meeting_id") + ", " + happening() + ", 'issues', " + issues()
                + ", 'inReplyTo', (select json_agg(s.slug order by s.date_sort, s.slug) from statement_reply r"
                + " join statement s on s.id = r.in_reply_to_id where r.statement_id = e.id)"
                + ", 'references', (select json_agg(json_build_object('relation', r.relation, lower(o.kind), o.slug) order by r.position)"
                + " from statement_reference r join record o on o.id = r.record_id where r.statement_id = e.id), 'points', " + points());
    }

    /** A point says neither an actor that is the first speaker nor a date that is the statement's. */
    private static String points() {
        return "(select json_agg(json_build_object('issue', " + slug("p.issue_id") + ", 'stance', p.stance, 'summary', p.summary,"
                + " 'actor', nullif(" + slug("p.actor_id") + ", (select x.slug from involvement i join actor x on x.id = i.actor_id"
                + " where i.record_id = e.id and i.role = 'SPEAKER' order by i.position limit 1)), 'date', case when"
                + " (p.date_edtf, p.date_reading, p.date_inferred) is distinct from (e.date_edtf, e.date_reading, e.date_inferred) then "
                + date("p.date") + " end, 'voice', p.voice, 'attestations', " + attestations("t.record_id = p.id")
                + ") order by p.number, p.slug) from position p where p.statement_id = e.id)";
    }

    private static String agreements() {
        return vouched("'title', e.title, 'kind', e.kind, 'status', e.status, 'date', " + date("e.date")
                + ", 'summary', e.summary, 'meeting', " + slug("e.meeting_id") + ", " + happening() + ", 'parties', " + actors("PARTY")
                + ", 'mediators', " + actors("MEDIATOR")
                + ", 'signatories', (select json_agg(json_build_object('actor', a.slug, 'onBehalfOf', nullif(b.slug, f.slug),"
                + " 'office', o.title, 'inferred', nullif(s.inferred, false)) order by s.position) from signature s join actor a on a.id = s.actor_id"
                + " left join actor b on b.id = s.on_behalf_of_id left join office o on o.id = s.office_id"
                + " left join actor f on f.id = o.of_id where s.agreement_id = e.id)"
                + ", 'provisions', (select json_agg(json_build_object('number', p.number, 'summary', p.summary, 'issue', "
                + slug("p.issue_id") + ", 'attestations', " + attestations("t.provision_id = p.id")
                + ") order by p.number) from provision p where p.agreement_id = e.id)");
    }
}
