package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The identifiers of records and sources in other registers. */
@GraphQLApi
@ApplicationScoped
public class IdentifierApi {

    private final IdentifierQueries queries;

    IdentifierApi(IdentifierQueries queries) {
        this.queries = queries;
    }

    @Query
    @NonNull
    @Description("""
            The record with this identifier in another register; an empty list if there is none. `sourceByIdentifier` finds sources. \
            Example: `byIdentifier(scheme: "iso3166-1", value: "AM") { ... on Actor { name } }`.""")
    public List<@NonNull AnyRecord> byIdentifier(@NonNull @Description("The register, such as `wikidata`.") String scheme,
            @NonNull @Description("The identifier in that register, such as `Q227`.") String value) {
        return queries.identified(scheme, value).stream().map(AnyRecord.class::cast).toList();
    }

    @Query
    @Description("""
            The source with this identifier in another register; null if there is none. \
            Example: `sourceByIdentifier(scheme: "doi", value: "10.5555/approaches.2021.4") { title }`.""")
    public Source sourceByIdentifier(@NonNull @Description("The register, such as `doi`.") String scheme,
            @NonNull @Description("The identifier in that register.") String value) {
        return queries.identifiedSource(scheme, value);
    }

    @NonNull
    public List<@NonNull List<@NonNull Identifier>> identifiers(@org.eclipse.microprofile.graphql.Source List<Attested> records) {
        return queries.of(RecordEntity.of(records));
    }

    @NonNull
    @Name("identifiers")
    public List<@NonNull List<@NonNull Identifier>> ofSources(@org.eclipse.microprofile.graphql.Source List<Source> sources) {
        return queries.of(sources);
    }
}
