package org.parley.change;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.Actor;
import org.parley.agreement.Agreement;
import org.parley.event.Event;
import org.parley.figure.Figure;
import org.parley.issue.Issue;
import org.parley.meeting.Meeting;
import org.parley.meeting.Track;
import org.parley.paging.PageRequest;
import org.parley.place.Place;
import org.parley.source.Recorded;
import org.parley.source.Source;
import org.parley.statement.Position;
import org.parley.statement.Statement;

/** Every record's own changes. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class HistoryApi {

    private static final String HISTORY = "What was changed of it, newest first.";
    private static final String OF_POINT = "What was changed of it, newest first; a statement's point is changed with its statement.";

    private final ChangeQueries queries;

    HistoryApi(ChangeQueries queries) {
        this.queries = queries;
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofActors(@org.eclipse.microprofile.graphql.Source List<Actor> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofMeetings(@org.eclipse.microprofile.graphql.Source List<Meeting> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofTracks(@org.eclipse.microprofile.graphql.Source List<Track> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofStatements(@org.eclipse.microprofile.graphql.Source List<Statement> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(OF_POINT)
    public List<@NonNull ChangeConnection> ofPositions(@org.eclipse.microprofile.graphql.Source List<Position> records, Integer first,
            String after, Integer last, String before) {
        return ofKeys(records.stream().map(position -> position.statementKey == null ? position.key : position.statementKey).toList(),
                first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofAgreements(@org.eclipse.microprofile.graphql.Source List<Agreement> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofEvents(@org.eclipse.microprofile.graphql.Source List<Event> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofFigures(@org.eclipse.microprofile.graphql.Source List<Figure> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofIssues(@org.eclipse.microprofile.graphql.Source List<Issue> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofPlaces(@org.eclipse.microprofile.graphql.Source List<Place> records, Integer first,
            String after, Integer last, String before) {
        return ofKeys(records.stream().map(record -> record.key).toList(), first, after, last, before);
    }

    @NonNull
    @Name("history")
    @Description(HISTORY)
    public List<@NonNull ChangeConnection> ofSources(@org.eclipse.microprofile.graphql.Source List<Source> records, Integer first,
            String after, Integer last, String before) {
        return pages(records, first, after, last, before);
    }

    private List<ChangeConnection> pages(List<? extends Recorded> records, Integer first, String after, Integer last, String before) {
        return ofKeys(Recorded.keys(records), first, after, last, before);
    }

    private List<ChangeConnection> ofKeys(List<Long> keys, Integer first, String after, Integer last, String before) {
        PageRequest request = PageRequest.of(ChangeQueries.OF_RECORD, first, after, last, before);
        return queries.ofRecords(keys, request).stream().map(ChangeConnection::new).toList();
    }
}
