package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Every query on sources. */
@ApplicationScoped
public class SourceQueries {

    static final String BY_DATE = "sources by date";

    private static final ListQuery<Source> OLDEST_FIRST = new ListQuery<>(Source.class, BY_DATE, "source e",
            ListQuery.Key.day("coalesce(e.date_earliest, 'infinity')"), SourceQueries::cursor, false);

    private static final String AUTHORS = """
            exists (select from involvement i join actor a on a.id = i.actor_id
                where i.record_id = e.id and i.role = 'AUTHOR' and a.slug = any(:authors))""";

    private final Store store;

    SourceQueries(Store store) {
        this.store = store;
    }

    Connection<Source> page(SourceFilter filter, PageRequest request) {
        return store.page(OLDEST_FIRST, where(filter), request);
    }

    private static WhereClause where(SourceFilter filter) {
        WhereClause where = new WhereClause();
        return filter == null ? where : where.anyOf("e.kind = any(:kinds)", "kinds", filter.kinds())
                .text(Conditions.TEXT, "text", filter.text()).during("e", filter.between()).anyOf(AUTHORS, "authors", filter.authors());
    }

    /** Returns the sources that are an edition of each source, oldest first. */
    List<List<Source>> editions(List<Long> sources) {
        return store.linked(Source.class, """
                select e.edition_of_id as parent, {e.*} from source e where e.edition_of_id = any(:parents)
                order by e.edition_of_id, coalesce(e.date_earliest, 'infinity'), e.slug""", new WhereClause(), sources);
    }

    /** Returns the link of each attestation into its source, or null. */
    List<String> links(List<Attestation> attestations) {
        List<Source> sources = store.byKeys(Source.class, attestations.stream().map(attestation -> attestation.sourceKey).toList(),
                Set.of("linkPatterns"));
        return IntStream.range(0, sources.size())
                .mapToObj(i -> LinkPattern.link(sources.get(i).linkPatterns, attestations.get(i).locator).orElse(null)).toList();
    }

    private static Cursor cursor(Source source) {
        LocalDate day = source.published == null ? null : source.published.earliest;
        return new Cursor(BY_DATE, day == null ? "infinity" : day.toString(), source.slug);
    }
}
