package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.paging.PageRequest;
import org.parley.source.RecordType;

/** Full-text search over all kinds of record. */
@GraphQLApi
@ApplicationScoped
public class SearchApi {

    private final SearchQueries queries;

    SearchApi(SearchQueries queries) {
        this.queries = queries;
    }

    @Query
    @NonNull
    @Description("""
            Full-text search over names, titles, summaries and quotations; aliases count as names. All words have to stand in a record, each \
            as the beginning of a word, without regard to case and accents; where fewer than 20 records have them, names of a similar \
            spelling are found too. First what is called so, then what has all the words in its names, then what has them elsewhere, then \
            similar spellings; among each, the best match first. Of very many records that have the words, 100 are found, in that order of \
            kinds.""")
    public SearchConnection search(@NonNull @Description("What to look for.") String text,
            @Description("Only records of these kinds.") List<RecordType> types, Integer first, String after) {
        PageRequest request = PageRequest.of(SearchQueries.BY_SCORE, first, after, null, null);
        return new SearchConnection(queries.page(SearchWords.of(text), types, request));
    }
}
