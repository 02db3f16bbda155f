package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.paging.PageRequest;
import org.parley.record.Kind;
import org.parley.text.SearchTerms;

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
            Full-text search over names, aliases, titles, offices, descriptions, summaries, quotations, notes and provisions. Every word of \
            `text` must begin a word of the record. Case, accents, scripts and usual spellings do not matter: `Aliev` finds Əliyev and Алиев. \
            A word with signs is found whole and in parts: `S-400`. `"peace treaty"` finds the words in this order, `-treaty` excludes \
            a word. If no record has the words, similar words count. \
            Order: records of exactly that name, those with all words in their names, all others; within each group, \
            best match first. Finds at most 100 records. \
            Example: `search(text: "lachin corridor") { nodes { __typename } edges { score highlight } }`.""")
    public SearchConnection search(
            @NonNull @Description("The words to look for: at most 10, at most 5 of them with one or two letters.") String text,
            @Description("Only records of these kinds.") List<Kind> types, Integer first, String after, Integer last, String before) {
        PageRequest request = PageRequest.of(SearchQueries.BY_SCORE, first, after, last, before);
        return queries.page(SearchTerms.of("text", text), types, request);
    }
}
