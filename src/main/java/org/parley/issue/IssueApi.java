package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.paging.PageRequest;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.store.Store;

/** The matters under negotiation. */
@GraphQLApi
@ApplicationScoped
public class IssueApi {

    private final IssueQueries queries;
    private final AttestationQueries attestations;
    private final Store store;

    IssueApi(IssueQueries queries, AttestationQueries attestations, Store store) {
        this.queries = queries;
        this.attestations = attestations;
        this.store = store;
    }

    @Query
    @Description("An issue by its slug, e.g. \"peace-treaty\", with the positions held on it; null where there is none.")
    public Issue issue(@NonNull String slug) {
        return store.bySlug(Issue.class, slug);
    }

    @Query
    @NonNull
    @Description("What is negotiated about, by name: each issue with the positions on it and where they stand.")
    public IssueConnection issues(Integer first, String after, Integer last, String before) {
        return new IssueConnection(queries.page(PageRequest.of(IssueQueries.BY_NAME, first, after, last, before)));
    }

    @Description("The issue of which it is a part.")
    public List<Issue> broader(@Source List<Issue> issues) {
        return store.byKeys(Issue.class, issues.stream().map(issue -> issue.broaderKey).toList());
    }

    @NonNull
    @Description("Which sources speak of it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Issue> issues) {
        return attestations.of(issues);
    }
}
