package org.parley.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.parley.graphql.GlobalId;
import org.parley.graphql.RequestLimits;
import org.parley.http.PageReader;
import org.parley.persistence.ReadContext;
import org.parley.record.Kind;
import org.parley.web.Sitemap.Address;
import org.parley.web.SitemapQueries.Row;

/** Reads the addresses of all records, within the limits of a request. */
@Singleton
class SitemapReader {

    private final SitemapQueries queries;
    private final DataSource source;
    private final RequestLimits limits;

    SitemapReader(SitemapQueries queries, DataSource source, RequestLimits limits) {
        this.queries = queries;
        this.source = source;
        this.limits = limits;
    }

    long count(PageReader reader) {
        return read(reader, queries::count);
    }

    List<Address> page(PageReader reader, String url, long offset, int size) {
        return read(reader, () -> queries.page(offset, size)).stream().map(row -> new Address(url + address(row), row.changed())).toList();
    }

    private static String address(Row row) {
        Kind kind = Kind.valueOf(row.kind());
        return kind.word() + "/" + (kind == Kind.POSITION ? new GlobalId(kind.typeName(), row.slug()).encode() : row.slug());
    }

    private <T> T read(PageReader reader, Supplier<T> query) {
        try (ReadContext reads = ReadContext.open(source, limits.deadline(), limits.newBudget(bytes -> {
        }))) {
            T result = query.get();
            reader.read(reads.revision());
            return result;
        }
    }
}
