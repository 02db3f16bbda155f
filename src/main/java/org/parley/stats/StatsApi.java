package org.parley.stats;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.agreement.AgreementFilter;
import org.parley.event.EventFilter;
import org.parley.fault.BadUserInputException;
import org.parley.meeting.MeetingFilter;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.record.Kind;
import org.parley.source.AnyRecord;
import org.parley.source.RecordQueries;
import org.parley.statement.PositionFilter;
import org.parley.statement.StatementFilter;

/** GraphQL fields for grouped counts. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class StatsApi {

    private static final String BY = "One to three dimensions, each once, of which at most one is `YEAR`, `QUARTER` or `MONTH`.";
    private static final int MAX_DIMENSIONS = 3;

    private final StatsQueries queries;
    private final GroupRecordQueries opened;
    private final RecordQueries records;

    StatsApi(StatsQueries queries, GroupRecordQueries opened, RecordQueries records) {
        this.queries = queries;
        this.opened = opened;
        this.records = records;
    }

    @Query
    @NonNull
    @Description("""
            Meetings counted by one to three dimensions. The groups of a dimension with one value for each record add up to `records`. \
            Example: `meetingStats(by: [YEAR, HOST], filter: {statuses: [HELD]}) { nodes { keys { value label } count certain possible } }`.""")
    public StatsConnection meetingStats(MeetingFilter filter, @NonNull @Description(BY) List<@NonNull MeetingDimension> by,
            @NonNull @DefaultValue("COUNT_DESC") StatsOrder orderBy, Integer first, String after, Integer last, String before) {
        return page(Kind.MEETING, filter, by, orderBy, first, after, last, before);
    }

    @Query
    @NonNull
    @Description("""
            Statements counted by one to three dimensions. \
            Example: `statementStats(by: [SPEAKER, ANSWERED]) { nodes { keys { value } count } }`.""")
    public StatsConnection statementStats(StatementFilter filter, @NonNull @Description(BY) List<@NonNull StatementDimension> by,
            @NonNull @DefaultValue("COUNT_DESC") StatsOrder orderBy, Integer first, String after, Integer last, String before) {
        return page(Kind.STATEMENT, filter, by, orderBy, first, after, last, before);
    }

    @Query
    @NonNull
    @Description("""
            Agreements counted by one to three dimensions. \
            Example: `agreementStats(by: [STATUS]) { nodes { keys { value } count records { nodes { ... on Agreement { title } } } } }`.""")
    public StatsConnection agreementStats(AgreementFilter filter, @NonNull @Description(BY) List<@NonNull AgreementDimension> by,
            @NonNull @DefaultValue("COUNT_DESC") StatsOrder orderBy, Integer first, String after, Integer last, String before) {
        return page(Kind.AGREEMENT, filter, by, orderBy, first, after, last, before);
    }

    @Query
    @NonNull
    @Description("""
            Events counted by one to three dimensions. Alleged events count, but are not certain. \
            Example: `eventStats(by: [MONTH, KIND], orderBy: KEY_ASC) { nodes { keys { value } count certain } }`.""")
    public StatsConnection eventStats(EventFilter filter, @NonNull @Description(BY) List<@NonNull EventDimension> by,
            @NonNull @DefaultValue("COUNT_DESC") StatsOrder orderBy, Integer first, String after, Integer last, String before) {
        return page(Kind.EVENT, filter, by, orderBy, first, after, last, before);
    }

    @Query
    @NonNull
    @Description("""
            Positions counted by one to three dimensions. \
            Example: `positionStats(by: [ISSUE, STANCE]) { nodes { keys { value } count } }`.""")
    public StatsConnection positionStats(PositionFilter filter, @NonNull @Description(BY) List<@NonNull PositionDimension> by,
            @NonNull @DefaultValue("COUNT_DESC") StatsOrder orderBy, Integer first, String after, Integer last, String before) {
        return page(Kind.POSITION, filter, by, orderBy, first, after, last, before);
    }

    private StatsConnection page(Kind kind, Object filter, List<? extends Enum<?>> by, StatsOrder order, Integer first, String after,
            Integer last, String before) {
        if (by.isEmpty() || by.size() > MAX_DIMENSIONS || by.stream().distinct().count() < by.size()) {
            throw new BadUserInputException("by: " + by + "; send one to three dimensions, each once");
        }
        if (by.stream().filter(dimension -> StatsValues.isPeriod(dimension.name())).count() > 1) {
            throw new BadUserInputException(
                    "by: " + by + "; send only the shortest of YEAR, QUARTER and MONTH: its values contain the others");
        }
        StatsSelection selection = new StatsSelection(kind, filter, List.copyOf(by));
        return queries.page(selection, order, PageRequest.of(StatsQueries.list(selection, order), first, after, last, before));
    }

    @NonNull
    @Description("The records that `count` counts, by date.")
    public List<@NonNull Connection<AnyRecord>> records(@Source List<StatsGroup> groups, Integer first, String after, Integer last,
            String before) {
        return opened.of(groups, PageRequest.of(GroupRecordQueries.BY_DATE, first, after, last, before));
    }

    @Description("The actor, place, issue or track whose slug the value is; null for other values, also for sources.")
    public List<AnyRecord> record(@Source List<StatsKey> keys) {
        List<Object[]> rows = keys.stream().filter(StatsApi::isRecord).map(key -> new Object[]{Long.valueOf(key.raw()), key.kind().name()})
                .toList();
        var found = records.ofKinds(rows).iterator();
        return keys.stream().map(key -> isRecord(key) ? (AnyRecord) found.next() : null).toList();
    }

    private static boolean isRecord(StatsKey key) {
        return key.kind() != null && key.kind() != Kind.SOURCE;
    }
}
