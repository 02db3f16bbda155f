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
            Example: `sources(filter: {kinds: [PAPER]}, first: 10) { nodes { title published { label } } }`.""")
    public Connection<Source> sources(SourceFilter filter, Integer first, String after, Integer last, String before) {
        return queries.page(filter, PageRequest.of(SourceQueries.BY_DATE, first, after, last, before));
    }

    public List<Source> editionOf(@org.eclipse.microprofile.graphql.Source List<Source> sources) {
        return store.byKeys(Source.class, sources.stream().map(source -> source.editionOfKey).toList());
    }

    @NonNull
    @Description("The later editions of this source, oldest first; not the editions of these.")
    public List<@NonNull List<@NonNull Source>> editions(@org.eclipse.microprofile.graphql.Source List<Source> sources) {
        return queries.editions(RecordEntity.keys(sources));
    }

    @NonNull
    @Name("attestations")
    @Description("What the document attests, by kind and slug of the record.")
    public List<@NonNull Connection<Attestation>> attestations(@org.eclipse.microprofile.graphql.Source List<Source> sources, Integer first,
            String after, Integer last, String before) {
        PageRequest request = PageRequest.of(AttestationQueries.OF_SOURCE, first, after, last, before);
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

    @Description("""
            Deep link into the source: the address of the place that the locator names. Null if the source has no link pattern for such \
            locators; `source { url }` is the whole document.""")
    public List<String> url(@org.eclipse.microprofile.graphql.Source List<Attestation> attestations) {
        return queries.links(attestations);
    }

    @NonNull
    @Description("The attested record.")
    public List<@NonNull AnyRecord> record(@org.eclipse.microprofile.graphql.Source List<Attestation> attestations) {
        return records.byKeys(attestations.stream().map(attestation -> attestation.recordKey).toList()).stream().map(AnyRecord.class::cast)
                .toList();
    }
}
