package org.parley.meeting;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.issue.Issue;
import org.parley.source.Recorded;
import org.parley.time.DateOrder;

/** The meetings on an issue. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class IssueMeetingsApi {

    private final MeetingQueries queries;

    IssueMeetingsApi(MeetingQueries queries) {
        this.queries = queries;
    }

    @NonNull
    @Description("The meetings on it.")
    public List<@NonNull MeetingConnection> meetings(@Source List<Issue> issues, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after) {
        List<Long> keys = Recorded.keys(issues);
        return queries.onIssues(keys, filter, orderBy, MeetingApi.request(first, after, null, null)).stream().map(MeetingConnection::new)
                .toList();
    }
}
