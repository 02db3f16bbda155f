package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.record.Kind;
import org.parley.source.RecordEntity;
import org.parley.source.RecordQueries;
import org.parley.source.SearchHit;

/** Queries of the search: records with all words as prefixes of words, or with a name of similar spelling. */
@ApplicationScoped
public class SearchQueries {

    static final String BY_SCORE = "search by score";

    /** A cursor: the score, and the slug and kind of the record. */
    private static final Pattern POSITION = Pattern.compile("(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)\n([a-z0-9-]+)/([A-Z]+)");

    /** Limit of results, which bounds the time of a search. Records with the words in their names come first. */
    static final int MAX_RESULTS = 100;

    /** Similar spellings are added if fewer records than this have the words. */
    private static final int MIN_EXACT = 20;

    /**
     * Similar spellings have a score of at most 0 and follow all records with the words. Only the first part depends on the search, so
     * PostgreSQL can cache the plan of the rest.
     */
    private static final String FOUND = """
            with input as materialized (
                select words_asked(:text) as words, plain(:text) as name, cast(:types as text[]) as kinds
            ), exact as materialized (
                select w.* from input i cross join search_worded(i.words, i.name, i.kinds, %1$d, %4$d) w
            ), fuzzy as (
                select e.record_id, e.kind, e.slug, word_similarity((select latin(name) from input), latin(e.spelling)) - 1 as score from search_entry e
                where (select count(*) from exact) < %2$d and %3$s and not e.document @@ (select words from input)
                    and ((select kinds from input) is null or e.kind = any(cast((select kinds from input) as text[])))
                order by 4 desc, e.slug, e.kind limit %1$d
            ), found as (
                select h.record_id, h.kind collate "C" as kind, h.slug collate "C" as slug, round(h.score * 1e6) / 1e6 as score, h.is_exact
                from (select w.*, true as is_exact from exact w union all select a.*, false from fuzzy a) h
            )
            """;

    private static final String PAGE = """
            select f.record_id, f.kind, cast(f.score as text), f.slug, h.body, words_found(h.body, :text)
            from (select * from found f where %s order by f.score desc, f.slug, f.kind limit %d) f left join lateral (
                select concat_ws(' … ', nullif(e.names, ''), nullif(e.body, '')) as body from search_entry e
                where e.record_id = f.record_id and f.is_exact) h on true
            order by f.score desc, f.slug, f.kind""";

    private final Store store;
    private final RecordQueries records;

    SearchQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    SearchConnection page(SearchWords words, List<Kind> types, PageRequest request) {
        WhereClause where = where(words, types);
        String after = "true";
        if (request.after() != null) {
            Matcher position = request.after().place(POSITION);
            after = "(-f.score, f.slug, f.kind) > (-cast(:afterKey as double precision), :afterSlug, :afterKind)";
            where.with("afterKey", position.group(1)).with("afterSlug", position.group(2)).with("afterKind", position.group(3));
        }
        // Fewer than MIN_EXACT would add similar spellings. After a cursor, any tier may follow.
        int enough = request.after() == null ? Math.max(request.size() + 1, MIN_EXACT) : MAX_RESULTS;
        Slice<Object[]> slice = Slice
                .of(store.rows(found(words, enough) + String.format(Locale.ROOT, PAGE, after, request.size() + 1), where), request);
        Iterator<RecordEntity> hits = records.ofKinds(slice.rows()).iterator();
        List<SearchEdge> edges = slice.rows().stream().map(row -> edge(row, hits.next())).toList();
        return new SearchConnection(edges, slice.info(edges), () -> count(words, types));
    }

    private static SearchEdge edge(Object[] row, RecordEntity hit) {
        return new SearchEdge(new Cursor(BY_SCORE, (String) row[2], row[3] + "/" + row[1]).encode(), (SearchHit) hit,
                Double.parseDouble((String) row[2]), highlight(row));
    }

    private int count(SearchWords words, List<Kind> types) {
        return ((Number) store.rows(found(words, MAX_RESULTS) + "select count(*), 0 from found", where(words, types)).get(0)[0]).intValue();
    }

    private static WhereClause where(SearchWords words, List<Kind> types) {
        WhereClause where = new WhereClause().with("text", words.text()).with("types",
                types == null ? null : types.stream().map(Kind::name).toArray(String[]::new));
        for (int i = 0; i < words.words().size(); i++) {
            where.with("word" + i, words.words().get(i));
        }
        return where;
    }

    /**
     * Returns the common part of the queries: records with all words, or with names of similar spelling. If `enough` records have the words
     * in their names, omits those with the words only in their text.
     */
    private static String found(SearchWords words, int enough) {
        String similar = IntStream.range(0, words.words().size())
                .mapToObj(i -> "(select latin(plain(:word" + i + "))) <% latin(e.spelling)").collect(Collectors.joining(" and "));
        return String.format(Locale.ROOT, FOUND, MAX_RESULTS, MIN_EXACT, similar, enough);
    }

    /** Returns null if only a similar spelling matched. */
    private static String highlight(Object[] row) {
        Set<String> words = row[5] == null ? Set.of() : Set.of((String[]) row[5]);
        return row[4] == null ? null : Highlight.of((String) row[4], words);
    }
}
