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
            The record with this identifier in another register; an empty list if there is none. Sources are not included. \
            Example: `byIdentifier(scheme: "iso3166-1", value: "AM") { ... on Actor { name } }`.""")
    public List<@NonNull AnyRecord> byIdentifier(@NonNull @Description("The register, such as `wikidata`.") String scheme,
            @NonNull @Description("The identifier in that register, such as `Q227`.") String value) {
        return queries.identified(scheme, value).stream().map(AnyRecord.class::cast).toList();
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
