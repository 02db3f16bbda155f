package org.parley.timeline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.agreement.Agreement;
import org.parley.event.Event;
import org.parley.figure.Figure;
import org.parley.meeting.Meeting;
import org.parley.source.Record;
import org.parley.source.RecordQueries;
import org.parley.source.Recorded;
import org.parley.statement.Statement;

/** The records of one happening: a meeting, what was said and agreed there, what came of it, and its figures. */
@GraphQLApi
@ApplicationScoped
@RegisterForReflection
public class HappeningApi {

    private static final String OTHERS = "The other records of the same happening, by type and slug, so that a page can show them as one. At most 10.";
    private static final int MOST = 10;

    private final RecordQueries records;

    HappeningApi(RecordQueries records) {
        this.records = records;
    }

    @NonNull
    @Name("sameHappening")
    @Description(OTHERS)
    public List<@NonNull List<@NonNull Record>> ofMeetings(@Source List<Meeting> meetings) {
        return others(meetings);
    }

    @NonNull
    @Name("sameHappening")
    @Description(OTHERS)
    public List<@NonNull List<@NonNull Record>> ofStatements(@Source List<Statement> statements) {
        return others(statements);
    }

    @NonNull
    @Name("sameHappening")
    @Description(OTHERS)
    public List<@NonNull List<@NonNull Record>> ofAgreements(@Source List<Agreement> agreements) {
        return others(agreements);
    }

    @NonNull
    @Name("sameHappening")
    @Description(OTHERS)
    public List<@NonNull List<@NonNull Record>> ofEvents(@Source List<Event> events) {
        return others(events);
    }

    @NonNull
    @Name("sameHappening")
    @Description(OTHERS)
    public List<@NonNull List<@NonNull Record>> ofFigures(@Source List<Figure> figures) {
        return others(figures);
    }

    private List<List<Record>> others(List<? extends Recorded> parents) {
        return records.ofOneHappening(parents, MOST).stream().map(found -> found.stream().map(Record.class::cast).toList()).toList();
    }
}
