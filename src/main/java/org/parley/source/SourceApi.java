package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;

/** GraphQL fields of sources and attestations. */
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
    @Description("""
            A source document by its slug, with what it attests; null if not found. \
            Example: `source(slug: "russia-stresses-its-red-lines") { title publisher { name } }`.""")
    public Source source(@NonNull String slug) {
        return store.bySlug(Source.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            The documents from which the record is taken, oldest first. \
            Example: `sources(first: 10) { nodes { title published { label } } }`.""")
    public Connection<Source> sources(Integer first, String after, Integer last, String before) {
        return queries.page(PageRequest.of(SourceQueries.BY_DATE, first, after, last, before));
    }

    @NonNull
    @Name("attestations")
    @Description("What the document attests, by kind and slug of the record.")
    public List<@NonNull Connection<Attestation>> attestations(@org.eclipse.microprofile.graphql.Source List<Source> sources, Integer first,
            String after) {
        PageRequest request = PageRequest.of(AttestationQueries.OF_SOURCE, first, after, null, null);
        return attestations.ofSources(RecordEntity.keys(sources), request);
    }

    @NonNull
    @Name("attestations")
    public List<@NonNull List<@NonNull Attestation>> ofRecords(@org.eclipse.microprofile.graphql.Source List<Attested> records) {
        return attestations.of(RecordEntity.of(records));
    }

    @NonNull
    public List<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source List<Attestation> attestations) {
        return store.byKeys(Source.class, attestations.stream().map(attestation -> attestation.sourceKey).toList());
    }

    @NonNull
    @Description("The attested record.")
    public List<@NonNull AnyRecord> record(@org.eclipse.microprofile.graphql.Source List<Attestation> attestations) {
        return records.byKeys(attestations.stream().map(attestation -> attestation.recordKey).toList()).stream().map(AnyRecord.class::cast)
                .toList();
    }
}
