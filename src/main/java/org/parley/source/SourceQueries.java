package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Every query on sources. */
@ApplicationScoped
public class SourceQueries {

    static final String BY_DATE = "sources by date";

    private static final ListQuery<Source> OLDEST_FIRST = new ListQuery<>(Source.class, BY_DATE, "source e",
            ListQuery.Key.day("coalesce(e.date_earliest, 'infinity')"), SourceQueries::cursor, false);

    private final Store store;

    SourceQueries(Store store) {
        this.store = store;
    }

    Connection<Source> page(PageRequest request) {
        return store.page(OLDEST_FIRST, new WhereClause(), request);
    }

    private static Cursor cursor(Source source) {
        LocalDate day = source.published == null ? null : source.published.earliest;
        return new Cursor(BY_DATE, day == null ? "infinity" : day.toString(), source.slug);
    }
}
