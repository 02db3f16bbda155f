package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on sources. */
@ApplicationScoped
public class SourceQueries {

    static final String BY_DATE = "sources by date";

    private static final Listing<Source> OLDEST_FIRST = new Listing<>(Source.class, BY_DATE, "source e", null,
            "coalesce(e.date_earliest, 'infinity')", "e.slug", "cast(%s as date)", SourceQueries::cursor, false);

    private final Store store;

    SourceQueries(Store store) {
        this.store = store;
    }

    Page<SourceEdge> page(PageRequest request) {
        return store.page(OLDEST_FIRST, new Where(), request, SourceEdge::new);
    }

    private static Cursor cursor(Source source) {
        LocalDate day = source.published == null ? null : source.published.earliest;
        return new Cursor(BY_DATE, day == null ? "infinity" : day.toString(), source.slug);
    }
}
