package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.record.Kind;
import org.parley.source.RecordEntity;
import org.parley.source.RecordQueries;
import org.parley.source.SearchHit;
import org.parley.text.SearchTerms;

/** Queries of the search: records with all words, or else with similar ones. */
@ApplicationScoped
public class SearchQueries {

    static final String BY_SCORE = "search by score";

    /** By score, and the slug and kind of the record. */
    private static final RowOrder ORDER = new RowOrder(
            List.of(new Key("-f.score", "-cast(%s as double precision)"), Key.text("f.slug"), Key.text("f.kind")),
            Pattern.compile("(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)\n([a-z0-9-]+)/([A-Z]+)"));

    /** Limit of results, which bounds the time of a search; it stands in the SQL, too. Records with the words in their names come first. */
    static final int MAX_RESULTS = 100;

    private static final String FOUND = """
            with found as materialized (
                select record_id, kind collate "C" as kind, slug collate "C" as slug, score
                from search_worded(cast(:terms as text[]), cast(:types as text[]), 100))
            """;

    private static final String PAGE = """
            select f.record_id, f.kind, cast(f.score as text), f.slug, cast(h.texts as text), a.words from (
                select * from found f where %1$s order by %2$s limit %3$d) f
                join search_entry h on h.record_id = f.record_id cross join (
                    select array(select unnest(spelled_like(w.word, (select max(score) from found) < %4$s))
                        from unnest(cast(:words as text[])) w (word)) as words) a
            order by %2$s""";

    /** Above the scores of similar words. */
    private static final String SIMILAR = "0.2";

    private static final String SUGGESTION = """
            select w.word, coalesce(s.word, w.word) from unnest(cast(:words as text[])) with ordinality w (word, place) left join lateral (
                select k from unnest(case when exists (select from search_key b where b.key >= w.word and b.key < w.word || chr(1114111))
                    then null else spelled_like(w.word, true) end) k
                order by similarity(latin(k), latin(w.word)) desc nulls last, k collate "C" limit 1) s (word) on true
            order by w.place""";

    private final Store store;
    private final RecordQueries records;

    SearchQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    SearchConnection page(SearchTerms words, List<Kind> types, PageRequest request) {
        WhereClause where = where(words, types);
        String page = String.format(Locale.ROOT, PAGE, ORDER.between(request, where), ORDER.terms(request), request.size() + 1, SIMILAR);
        Slice<Object[]> slice = Slice.of(store.rows(FOUND + page, where), request);
        Iterator<RecordEntity> hits = records.ofKinds(slice.rows()).iterator();
        List<SearchEdge> edges = slice.rows().stream().map(row -> edge(row, hits.next(), words)).toList();
        return new SearchConnection(edges, slice.info(edges), () -> count(words, types), () -> suggestion(words, types));
    }

    private static SearchEdge edge(Object[] row, RecordEntity hit, SearchTerms words) {
        WordMatcher matcher = new WordMatcher(words.wanted(), Set.copyOf(Arrays.asList((String[]) row[5])));
        MatchedText text = MatchedText.best((String) row[4], matcher);
        return new SearchEdge(new Cursor(BY_SCORE, (String) row[2], row[3] + "/" + row[1]).encode(), (SearchHit) hit,
                Double.parseDouble((String) row[2]), Highlight.of(text.text(), matcher), text.field());
    }

    private int count(SearchTerms words, List<Kind> types) {
        return ((Number) store.rows(FOUND + "select count(*), 0 from found", where(words, types)).get(0)[0]).intValue();
    }

    private String suggestion(SearchTerms words, List<Kind> types) {
        List<Object[]> rows = store.rows(SUGGESTION, where(words, null));
        if (rows.stream().allMatch(row -> row[0].equals(row[1]))) {
            return null;
        }
        String text = rows.stream().map(row -> (String) row[1]).collect(Collectors.joining(" "));
        return count(SearchTerms.of("suggestion", text), types) == 0 ? null : text;
    }

    private static WhereClause where(SearchTerms words, List<Kind> types) {
        return new WhereClause().with("terms", words.terms().toArray(String[]::new)).with("words", words.wanted().toArray(String[]::new))
                .with("types", types == null ? null : types.stream().map(Kind::name).toArray(String[]::new));
    }
}
