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
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.source.RecordQueries;
import org.parley.source.RecordType;
import org.parley.source.Recorded;
import org.parley.source.SearchHit;
import org.parley.store.Store;
import org.parley.store.Where;

/** The one query of a search: all words, each as the beginning of a word, or a name of a similar spelling. */
@ApplicationScoped
public class SearchQueries {

    static final String BY_SCORE = "search by fit";

    /** A cursor says the score, and the slug and kind of the record. */
    private static final Pattern PLACE = Pattern.compile("(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)\n([a-z0-9-]+)/([A-Z]+)");

    /** So many records that have the words are found, those first that are called so: else a search took the longer the more there are. */
    private static final int MOST = 100;

    /** Where fewer than these have the words, those are found too whose names are spelled much alike. */
    private static final int FEW = 20;

    /**
     * What is only spelled alike, scored 0 at most, stands behind all that has the words. All that differs from search to search stands in
     * the first part, so that PostgreSQL plans the rest once.
     */
    private static final String FOUND = """
            with asked as materialized (
                select words_asked(:typed) as words, plain(:typed) as called, cast(:types as text[]) as kinds
            ), worded as materialized (
                select w.* from asked a cross join search_worded(a.words, a.called, a.kinds, %1$d, %4$d) w
            ), alike as (
                select e.record_id, e.kind, e.slug, word_similarity((select latin(called) from asked), latin(e.spelling)) - 1 as score from search_entry e
                where (select count(*) from worded) < %2$d and %3$s and not e.document @@ (select words from asked)
                    and ((select kinds from asked) is null or e.kind = any(cast((select kinds from asked) as text[])))
                order by 4 desc, e.slug, e.kind limit %1$d
            ), found as (
                select h.record_id, h.kind collate "C" as kind, h.slug collate "C" as slug, round(h.score * 1e6) / 1e6 as score, h.worded
                from (select w.*, true as worded from worded w union all select a.*, false from alike a) h
            )
            """;

    private static final String PAGE = """
            select f.record_id, f.kind, cast(f.score as text), f.slug, h.body, words_found(h.body, :typed)
            from (select * from found f where %s order by f.score desc, f.slug, f.kind limit %d) f left join lateral (
                select concat_ws(' … ', nullif(e.names, ''), nullif(e.body, '')) as body from search_entry e
                where e.record_id = f.record_id and f.worded) h on true
            order by f.score desc, f.slug, f.kind""";

    private final Store store;
    private final RecordQueries records;

    SearchQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    Page<SearchEdge> page(SearchWords words, List<RecordType> types, PageRequest request) {
        Where where = where(words, types);
        String after = "true";
        if (request.after() != null) {
            Matcher place = request.after().place(PLACE);
            after = "(-f.score, f.slug, f.kind) > (-cast(:afterKey as double precision), :afterSlug, :afterKind)";
            where.with("afterKey", place.group(1)).with("afterSlug", place.group(2)).with("afterKind", place.group(3));
        }
        // Fewer would set off a search for similar spellings. What follows a place may be of any kind of fit.
        int enough = request.after() == null ? Math.max(request.size() + 1, FEW) : MOST;
        Slice<Object[]> slice = Slice
                .of(store.rows(found(words, enough) + String.format(Locale.ROOT, PAGE, after, request.size() + 1), where), request);
        Iterator<Recorded> hits = records.ofKinds(slice.shown()).iterator();
        return slice.page(row -> new SearchEdge(new Cursor(BY_SCORE, (String) row[2], row[3] + "/" + row[1]).encode(),
                (SearchHit) hits.next(), Double.parseDouble((String) row[2]), highlight(row)), () -> count(words, types));
    }

    private int count(SearchWords words, List<RecordType> types) {
        return ((Number) store.rows(found(words, MOST) + "select count(*), 0 from found", where(words, types)).get(0)[0]).intValue();
    }

    /** The kinds searched for, and the words. */
    private static Where where(SearchWords words, List<RecordType> types) {
        Where where = new Where().with("typed", words.typed()).with("types",
                types == null ? null : types.stream().map(RecordType::name).toArray(String[]::new));
        for (int i = 0; i < words.words().size(); i++) {
            where.with("word" + i, words.words().get(i));
        }
        return where;
    }

    /**
     * What is found: all words stand in it, or each is spelled much like one of its names. Where so many are called so or have the words in
     * their names, what only speaks of them is left out.
     */
    private static String found(SearchWords words, int enough) {
        String alike = IntStream.range(0, words.words().size()).mapToObj(i -> "(select latin(plain(:word" + i + "))) <% latin(e.spelling)")
                .collect(Collectors.joining(" and "));
        return String.format(Locale.ROOT, FOUND, MOST, FEW, alike, enough);
    }

    /** Null where only a similar spelling matched. */
    private static String highlight(Object[] row) {
        Set<String> words = row[5] == null ? Set.of() : Set.of((String[]) row[5]);
        return row[4] == null ? null : Highlight.of((String) row[4], words);
    }
}
