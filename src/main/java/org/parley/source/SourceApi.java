package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.paging.PageRequest;
import org.parley.store.Store;

/** The documents that vouch for the records, and what each vouches for. */
@GraphQLApi
@ApplicationScoped
public class SourceApi {

    private final Store store;
    private final SourceQueries queries;
    private final AttestationQueries attestations;
    private final RecordQueries records;

    SourceApi(Store store, SourceQueries queries, AttestationQueries attestations, RecordQueries records) {
        this.store = store;
        this.queries = queries;
        this.attestations = attestations;
        this.records = records;
    }

    @Query
    @Description("A source by its slug, with all that it attests; null where there is none.")
    public Source source(@NonNull String slug) {
        return store.bySlug(Source.class, slug);
    }

    @Query
    @NonNull
    @Description("The documents that the record is taken from, oldest first.")
    public SourceConnection sources(Integer first, String after, Integer last, String before) {
        return new SourceConnection(queries.page(PageRequest.of(SourceQueries.BY_DATE, first, after, last, before)));
    }

    @NonNull
    @Name("attestations")
    @Description("What this document vouches for.")
    public List<@NonNull AttestationConnection> attestations(@org.eclipse.microprofile.graphql.Source List<Source> sources, Integer first,
            String after) {
        PageRequest request = PageRequest.of(AttestationQueries.OF_SOURCE, first, after, null, null);
        return attestations.ofSources(Recorded.keys(sources), request).stream().map(AttestationConnection::new).toList();
    }

    @NonNull
    @Description("The document.")
    public List<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source List<Attestation> attestations) {
        return store.byKeys(Source.class, attestations.stream().map(attestation -> attestation.sourceKey).toList());
    }

    @NonNull
    @Description("The record that it vouches for.")
    public List<@NonNull Record> record(@org.eclipse.microprofile.graphql.Source List<Attestation> attestations) {
        return records.byKeys(attestations.stream().map(attestation -> attestation.recordKey).toList()).stream().map(Record.class::cast)
                .toList();
    }
}
