package org.parley.web;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.parley.graphql.GlobalId;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.RequestLimits;
import org.parley.persistence.ReadBudget;
import org.parley.persistence.ReadContext;
import org.parley.record.Kind;
import org.parley.web.SitemapQueries.Row;

/** Reads the addresses of all records, within the limits of a request. */
@Singleton
class SitemapReader {

    private final SitemapQueries queries;
    private final DataSource source;
    private final RequestLimits limits;

    /**
     * A file of the sitemap.
     *
     * @param files the number of files with addresses
     * @param rows none if there is no such file, or if it lists the other files
     */
    record Listing(long files, List<Row> rows, long revision) {}

    SitemapReader(SitemapQueries queries, DataSource source, RequestLimits limits) {
        this.queries = queries;
        this.source = source;
        this.limits = limits;
    }

    /**
     * Reads a file in one snapshot.
     *
     * @param number from 1; 0 for the first file if it is the only one, and else the list of files
     * @param size the addresses of a file
     */
    Listing read(long minRevision, ReadBudget.Memory memory, int number, int size) {
        try (ReadContext reads = ReadContext.open(source, limits.deadline(), limits.newBudget(memory))) {
            if (minRevision != GraphQlRequest.ANY) {
                reads.awaitRevision(minRevision);
            }
            long files = Math.max(1, (queries.count() + size - 1) / size);
            boolean hasRows = number <= files && (number > 0 || files == 1);
            List<Row> rows = hasRows ? queries.page(Math.max(0, number - 1) * (long) size, size) : List.of();
            return new Listing(files, rows, reads.revision());
        }
    }

    /** The address of a record, relative to the root. */
    static String address(Row row) {
        Kind kind = Kind.valueOf(row.kind());
        return kind.word() + "/" + (kind == Kind.POSITION ? new GlobalId(kind.typeName(), row.slug()).encode() : row.slug());
    }
}
