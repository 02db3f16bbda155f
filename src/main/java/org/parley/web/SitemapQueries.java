package org.parley.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** The SQL queries on the addresses of all records. */
@ApplicationScoped
class SitemapQueries {

    private static final String PAGE = """
            select r.kind, r.slug, (
                select to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from change c join revision v on v.number = c.revision
                where c.kind = r.kind and c.slug = r.slug order by c.id desc limit 1) as changed
            from (select kind, slug from record order by kind, slug offset :offset limit :size) r order by r.kind, r.slug""";

    /** A record, and when it last changed. */
    record Row(String kind, String slug, String changed) {}

    private final Store store;

    SitemapQueries(Store store) {
        this.store = store;
    }

    long count() {
        return ((Number) store.rows("select count(*) from record r", new WhereClause()).get(0)[0]).longValue();
    }

    List<Row> page(long offset, int size) {
        return store.rows(PAGE, new WhereClause().with("offset", offset).with("size", size)).stream()
                .map(row -> new Row((String) row[0], (String) row[1], (String) row[2])).toList();
    }
}
