package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String QUERY = "(to_tsquery('public.parley_names', :query) || to_tsquery('public.parley', :query))";

    /** What is called just so stands before all that only speaks of it. */
    private static final String NAMED = "plain(:spelling) = any(string_to_array(plain(e.names), E'\\n'))";

    private static final String SCORED = """
            select e.record_id, e.kind, e.slug, e.names, e.body, e.document @@ %1$s as worded,
                cast(round(cast(ts_rank_cd('{0.1, 0.2, 0.6, 1}', e.document, %1$s, 1) + word_similarity(plain(:spelling), plain(e.names))
                    + case when %2$s then 100 else 0 end as numeric), 6) as double precision) as score
            from search_entry e where\s""".formatted(QUERY, NAMED);

    private static final String PAGE = """
            select h.record_id, h.kind, cast(h.score as text), h.slug, case when h.worded then ts_headline('public.parley',
                concat_ws(' … ', nullif(h.names, ''), nullif(h.body, '')), %s,
                'StartSel="%s", StopSel="%s", MaxFragments=2, MaxWords=30, MinWords=8, FragmentDelimiter=" … "') end
            from (%%s) h where %%s order by h.score desc, h.slug, h.kind limit :most""".formatted(QUERY, BEGIN, END);

    private final Store store;
    private final RecordQueries records;

    SearchQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    Page<SearchEdge> page(SearchWords words, List<RecordType> types, PageRequest request) {
        Where where = where(words, types).with("spelling", words.spelling()).with("most", request.size() + 1);
        String after = "true";
        if (request.after() != null) {
            Matcher place = request.after().place(PLACE);
            after = "(-h.score, h.slug, h.kind) > (-cast(:afterKey as double precision), :afterSlug, :afterKind)";
            where.with("afterKey", place.group(1)).with("afterSlug", place.group(2)).with("afterKind", place.group(3));
        }
        Slice<Object[]> slice = Slice.of(store.rows(PAGE.formatted(SCORED + where.sql(), after), where), request);
        Iterator<Recorded> hits = records.ofKinds(slice.shown()).iterator();
        return slice.page(row -> new SearchEdge(new Cursor(BY_SCORE, (String) row[2], row[3] + "/" + row[1]).encode(),
                (SearchHit) hits.next(), Double.parseDouble((String) row[2]), marked((String) row[4])), () -> count(words, types));
    }

    /** All words stand in it, or each is spelled much like a word of its names. */
    private static Where where(SearchWords words, List<RecordType> types) {
        Where where = new Where().anyOf("e.kind = any(:types)", "types", types);
        List<String> similar = new ArrayList<>();
        for (String word : words.words()) {
            String name = "word" + similar.size();
            similar.add("plain(:" + name + ") <% plain(e.names)");
            where.with(name, word);
        }
        return where.and("(e.document @@ " + QUERY + " or " + String.join(" and ", similar) + ")", "query", words.query());
    }

    private int count(SearchWords words, List<RecordType> types) {
        Where where = where(words, types);
        return ((Number) store.rows("select count(*), 0 from search_entry e where " + where.sql(), where).get(0)[0]).intValue();
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
