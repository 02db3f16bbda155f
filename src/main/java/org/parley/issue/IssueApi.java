package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;

/** The matters under negotiation. */
@GraphQLApi
@ApplicationScoped
public class IssueApi {

    private final IssueQueries queries;
    private final Store store;

    IssueApi(IssueQueries queries, Store store) {
        this.queries = queries;
        this.store = store;
    }

    @Query
    @Description("""
            An issue by its slug, with the positions held on it; null if not found. \
            Example: `issue(slug: "peace-treaty") { name standings { nodes { actor { name } stance } } }`.""")
    public Issue issue(@NonNull String slug) {
        return store.bySlug(Issue.class, slug);
    }

    @Query
    @NonNull
    @Description("What is negotiated about, by name. Example: `issues(filter: {text: \"transport\"}) { nodes { name broader { name } } }`.")
    public Connection<Issue> issues(IssueFilter filter, Integer first, String after, Integer last, String before) {
        return queries.page(filter, PageRequest.of(IssueQueries.BY_NAME, first, after, last, before));
    }

    public List<Issue> broader(@Source List<Issue> issues) {
        return store.byKeys(Issue.class, issues.stream().map(issue -> issue.broaderKey).toList());
    }
}
