package org.parley.stats;

import java.util.List;
import java.util.Locale;
import org.parley.record.Kind;

/** The SQL of every dimension. */
final class DimensionQueries {

    /**
     * The values are the actors named, or their principals. A record belongs to each of these for which it counts in filters: the actor
     * itself, an actor that acts for it, or a part of it.
     */
    private static final String COUNTED_FOR = """
            pair# as materialized (
                select t.actor_id, t.for_id, %s as key, s.whole_ids || coalesce(f.whole_ids, '{}') as whole_ids
                from named# t
                join standing s on s.id = t.actor_id left join standing f on f.id = t.for_id
            ), counting# as (
                select distinct p.actor_id, coalesce(p.for_id, 0) as for_id, w.id as key from pair# p cross join unnest(p.whole_ids) w (id)
                where w.id in (select k.key from pair# k)
            ), link# as (
                select a.id, c.key, bool_or(a.certain) as certain from attended# a
                join counting# c on c.actor_id = a.actor_id and c.for_id = coalesce(a.for_id, 0) group by a.id, c.key
            )""";
    private static final String NAMED = "t.actor_id";
    private static final String PRINCIPAL = "coalesce(f.principal_id, s.principal_id)";

    private static final String PARTICIPATIONS = """
            select e.id, p.actor_id, p.on_behalf_of_id as for_id, not p.inferred as certain
            from selected e join participation p on p.meeting_id = e.id""";
    private static final String HOSTS = PARTICIPATIONS + " where p.role = 'HOST'";
    private static final String MEDIATORS = PARTICIPATIONS + " where p.role = 'MEDIATOR'";
    private static final String INVOLVED = """
            select e.id, i.actor_id, cast(null as bigint) as for_id, true as certain
            from selected e join involvement i on i.record_id = e.id where i.role = '%s'""";
    private static final String SPEAKERS = """
            select e.id, i.actor_id, f.actor_id as for_id, true as certain from selected e
            join involvement i on i.record_id = e.id and i.role = 'SPEAKER'
            left join involvement f on f.record_id = e.id and f.role = 'ON_BEHALF_OF'""";
    private static final String HOLDERS = """
            select e.id, e.actor_id, f.actor_id as for_id, true as certain from selected e
            left join involvement i on i.record_id = e.statement_id and i.role = 'SPEAKER' and i.actor_id = e.actor_id
            left join involvement f on f.record_id = i.record_id and f.role = 'ON_BEHALF_OF'""";

    private static final String ISSUES = """
            select e.id, i.issue_id as key, true as certain from selected e join record_issue i on i.record_id = e.id""";
    private static final String SOURCES = """
            select distinct e.id, a.source_id as key, true as certain from selected e join attestation a on a.record_id = e.id""";
    private static final String STANCES = """
            select distinct e.id, p.stance as key, true as certain from selected e join position p on p.statement_id = e.id""";
    private static final String PLACES = """
            select e.id, m.place_id as key, not e.place_inferred as certain from selected e join meeting_place m on m.meeting_id = e.id""";
    private static final String COUNTRIES = """
            select distinct e.id, p.country_id as key, not e.place_inferred as certain from selected e
            join meeting_place m on m.meeting_id = e.id join place p on p.id = m.place_id where p.country_id is not null""";
    private static final String COUNTRY = "(select p.country_id from place p where p.id = e.place_id) as country_id";
    private static final String ANSWERED = """
            case when exists (select from statement_reply r where r.in_reply_to_id = e.id) then 'true' else 'false' end as answered""";
    private static final String REPLIES = """
            select e.id, r.in_reply_to_id as key, true as certain from selected e join statement_reply r on r.statement_id = e.id""";
    private static final String NUMBER_OF_SOURCES = """
            (select count(distinct a.source_id) from attestation a
                where a.record_id = e.id and a.field is null and a.provision_id is null) as key#""";
    private static final Dimension NUMBER = new Dimension(List.of(), "", "", List.of(NUMBER_OF_SOURCES), "", "", "c.key#", "true", "true",
            "c.key#", PeriodQueries.SORTED_NUMBER, null, "");
    private static final List<String> PLACE_READ = List.of("e.place_inferred");

    private DimensionQueries() {
    }

    static Dimension of(Enum<?> by) {
        if (by instanceof MeetingDimension meeting) {
            return of(meeting);
        }
        if (by instanceof StatementDimension statement) {
            return of(statement);
        }
        if (by instanceof AgreementDimension agreement) {
            return of(agreement);
        }
        return by instanceof EventDimension event ? of(event) : of((PositionDimension) by);
    }

    private static Dimension of(MeetingDimension by) {
        return switch (by) {
            case YEAR, QUARTER, MONTH -> PeriodQueries.of(by);
            case HOST -> actors(HOSTS, NAMED);
            case HOST_PRINCIPAL -> actors(HOSTS, PRINCIPAL);
            case MEDIATOR -> actors(MEDIATORS, NAMED);
            case MEDIATOR_PRINCIPAL -> actors(MEDIATORS, PRINCIPAL);
            case PARTICIPANT -> actors(PARTICIPATIONS, NAMED);
            case PRINCIPAL -> actors(PARTICIPATIONS, PRINCIPAL);
            case PLACE -> linked(PLACES, PLACE_READ, Kind.PLACE);
            case COUNTRY -> linked(COUNTRIES, PLACE_READ, Kind.ACTOR);
            case TRACK -> Dimension.column("e.track_id", "track_id", Kind.TRACK);
            case ISSUE -> linked(ISSUES, Kind.ISSUE);
            case SOURCE -> linked(SOURCES, Kind.SOURCE);
            case NUMBER_OF_SOURCES -> NUMBER;
            case KIND, LEVEL, MEDIUM, STATUS -> column(by);
        };
    }

    private static Dimension of(StatementDimension by) {
        return switch (by) {
            case YEAR, QUARTER, MONTH -> PeriodQueries.of(by);
            case SPEAKER -> actors(SPEAKERS, NAMED);
            case PRINCIPAL -> actors(SPEAKERS, PRINCIPAL);
            case ADDRESSEE -> involved("ADDRESSEE");
            case ISSUE -> linked(ISSUES, Kind.ISSUE);
            case STANCE -> linked(STANCES, null);
            case IN_REPLY_TO -> linked(REPLIES, Kind.STATEMENT);
            case SOURCE -> linked(SOURCES, Kind.SOURCE);
            case NUMBER_OF_SOURCES -> NUMBER;
            case FORM -> column(by);
            case ANSWERED -> Dimension.column(ANSWERED, "answered", null);
        };
    }

    private static Dimension of(AgreementDimension by) {
        return switch (by) {
            case YEAR, QUARTER, MONTH -> PeriodQueries.of(by);
            case PARTY, MEDIATOR -> involved(by.name());
            case ISSUE -> linked(ISSUES, Kind.ISSUE);
            case SOURCE -> linked(SOURCES, Kind.SOURCE);
            case NUMBER_OF_SOURCES -> NUMBER;
            case KIND, STATUS -> column(by);
        };
    }

    private static Dimension of(EventDimension by) {
        return switch (by) {
            case YEAR, QUARTER, MONTH -> PeriodQueries.of(by);
            case ACTOR -> involved("INVOLVED");
            case PLACE -> Dimension.column("e.place_id", "place_id", Kind.PLACE);
            case COUNTRY -> Dimension.column(COUNTRY, "country_id", Kind.ACTOR);
            case ISSUE -> linked(ISSUES, Kind.ISSUE);
            case SOURCE -> linked(SOURCES, Kind.SOURCE);
            case NUMBER_OF_SOURCES -> NUMBER;
            case KIND -> column(by);
        };
    }

    private static Dimension of(PositionDimension by) {
        return switch (by) {
            case YEAR, QUARTER, MONTH -> PeriodQueries.of(by);
            case ACTOR -> Dimension.column("e.actor_id", "actor_id", Kind.ACTOR);
            case PRINCIPAL -> Dimension.linked(List.of("e.actor_id", "e.statement_id"), HOLDERS,
                    String.format(Locale.ROOT, COUNTED_FOR, PRINCIPAL), Kind.ACTOR);
            case ISSUE -> Dimension.column("e.issue_id", "issue_id", Kind.ISSUE);
            case SOURCE -> linked(SOURCES, Kind.SOURCE);
            case NUMBER_OF_SOURCES -> NUMBER;
            case STANCE, VOICE -> column(by);
        };
    }

    private static Dimension column(Enum<?> by) {
        String column = by.name().toLowerCase(Locale.ROOT);
        return Dimension.column("e." + column, column, null);
    }

    private static Dimension actors(String attended, String key) {
        return Dimension.linked(List.of(), attended, String.format(Locale.ROOT, COUNTED_FOR, key), Kind.ACTOR);
    }

    private static Dimension involved(String role) {
        return actors(String.format(Locale.ROOT, INVOLVED, role), NAMED);
    }

    private static Dimension linked(String link, Kind kind) {
        return linked(link, List.of(), kind);
    }

    private static Dimension linked(String link, List<String> read, Kind kind) {
        return Dimension.linked(read, "", "link# as (" + link + ")", kind);
    }
}
