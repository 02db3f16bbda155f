package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
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

    static final String BY_SCORE = "search by score";

    /** Stand where a matching word begins and ends until the text around them is escaped; no text has them. */
    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';

    /** A cursor says the score, and the slug and kind of the record. */
    private static final Pattern PLACE = Pattern.compile("(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)\n([a-z0-9-]+)/([A-Z]+)");

    /**
     * So many records that have the words are weighed against one another, those first that are called so: else a page took the longer the
     * more there are.
     */
    private static final int MOST_WEIGHED = 500;

    /** Where fewer than these have the words, those are found too whose names are spelled much alike. */
    private static final int FEW = 20;

    private static final String QUERY = "(to_tsquery('public.parley_names', :query) || to_tsquery('public.parley', :query))";
    private static final String IN_NAMES = "(to_tsquery('public.parley_names', :queryOfNames) || to_tsquery('public.parley', :queryOfNames))";

    /** What is called just so stands before all that only speaks of it. */
    private static final String CALLED_SO = "plain(:spelling) = any(string_to_array(%s.spelling, E'\\n'))";

    /** The hits are counted and cut off as arrays: a limit would let the planner hope to come upon so many by reading from end to end. */
    private static final String FOUND = """
            with worded as materialized (
                select count(*) as number, (array_agg(e.record_id order by %7$s desc, e.document @@ %2$s desc, e.record_id))[1:%6$d] as keys
                from search_entry e where e.document @@ %1$s and %4$s
            ), alike as materialized (
                select (array_agg(e.record_id order by e.record_id))[1:%6$d] as keys
                from search_entry e where (select w.number from worded w) < %3$d and %5$s and not e.document @@ %1$s and %4$s
            ), found as (
                select e.*, true as worded from search_entry e where e.record_id = any(array(select unnest(w.keys) from worded w))
                union all select e.*, false from search_entry e where e.record_id = any(array(select unnest(a.keys) from alike a))
            )
            """;

    private static final String SCORED = """
            select f.*, cast(round(cast(ts_rank_cd('{0.1, 0.2, 0.6, 1}', f.document, %s, 1) + word_similarity(plain(:spelling), f.spelling)
                + case when %s then 100 else 0 end as numeric), 6)
                as double precision) as score from found f""".formatted(QUERY, CALLED_SO.formatted("f"));

    private static final String PAGE = """
            select h.record_id, h.kind, cast(h.score as text), h.slug, case when h.worded then ts_headline('public.parley',
                concat_ws(' … ', nullif(h.names, ''), nullif(h.body, '')), %s,
                'StartSel="%s", StopSel="%s", MaxFragments=2, MaxWords=30, MinWords=8, FragmentDelimiter=" … "') end
            from (%s) h where %%s order by h.score desc, h.slug, h.kind limit %%d""".formatted(QUERY, BEGIN, END, SCORED);

    private static final String COUNT = """
            with worded (number) as materialized (select count(*) from search_entry e where e.document @@ %1$s and %3$s)
            select least(w.number, %5$d) + case when w.number < %2$d then (select least(count(*), %5$d) from search_entry e
                where %4$s and not e.document @@ %1$s and %3$s) else 0 end, 0 from worded w""";

    private final Store store;
    private final RecordQueries records;

    SearchQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    Page<SearchEdge> page(SearchWords words, List<RecordType> types, PageRequest request) {
        Where where = where(words, types).with("spelling", words.spelling()).with("queryOfNames", words.queryOfNames());
        String after = "true";
        if (request.after() != null) {
            Matcher place = request.after().place(PLACE);
            after = "(-h.score, h.slug, h.kind) > (-cast(:afterKey as double precision), :afterSlug, :afterKind)";
            where.with("afterKey", place.group(1)).with("afterSlug", place.group(2)).with("afterKind", place.group(3));
        }
        String found = FOUND.formatted(QUERY, IN_NAMES, FEW, where.sql(), alike(words), MOST_WEIGHED, CALLED_SO.formatted("e"));
        Slice<Object[]> slice = Slice.of(store.rows(found + PAGE.formatted(after, request.size() + 1), where), request);
        Iterator<Recorded> hits = records.ofKinds(slice.shown()).iterator();
        return slice.page(row -> new SearchEdge(new Cursor(BY_SCORE, (String) row[2], row[3] + "/" + row[1]).encode(),
                (SearchHit) hits.next(), Double.parseDouble((String) row[2]), marked((String) row[4])), () -> count(words, types));
    }

    /** The kinds searched for, and the words. */
    private static Where where(SearchWords words, List<RecordType> types) {
        Where where = new Where().anyOf("e.kind = any(:types)", "types", types).with("query", words.query());
        for (int i = 0; i < words.words().size(); i++) {
            where.with("word" + i, words.words().get(i));
        }
        return where;
    }

    /** Each word is spelled much like one of its names. */
    private static String alike(SearchWords words) {
        return IntStream.range(0, words.words().size()).mapToObj(i -> "plain(:word" + i + ") <% e.spelling")
                .collect(Collectors.joining(" and "));
    }

    private int count(SearchWords words, List<RecordType> types) {
        Where where = where(words, types);
        return ((Number) store.rows(COUNT.formatted(QUERY, FEW, where.sql(), alike(words), MOST_WEIGHED), where).get(0)[0]).intValue();
    }

    private static String marked(String headline) {
        if (headline == null) {
            return null;
        }
        String escaped = headline.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
        return escaped.replace(String.valueOf(BEGIN), "<mark>").replace(String.valueOf(END), "</mark>");
    }
}
