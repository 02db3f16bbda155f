package org.parley.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.parley.paging.Edge;
import org.parley.paging.Page;
import org.parley.paging.PageInfo;
import org.parley.paging.PageRequest;

/**
 * How rows come out of the database: one SQL statement for all keys of a batch, its keys in one array parameter, so that one plan serves
 * any number of them. The entity's table has the alias `e`, its columns are asked for as `{e.*}`; a column `parent` stands before them.
 */
@ApplicationScoped
public class Store {

    private static final String PARENTS = "unnest(cast(:parents as bigint[])) as k (id)";
    private static final String ENTITY = "{e.*}";
    private static final List<Long> ROOT = Collections.singletonList(0L);

    private final SessionFactoryImplementor orm;
    private final Map<Class<?>, EntityReader> readers = new ConcurrentHashMap<>();

    Store(SessionFactory orm) {
        this.orm = orm.unwrap(SessionFactoryImplementor.class);
    }

    /** The record of that slug, or null. */
    public <T> T bySlug(Class<T> type, String slug) {
        List<T> found = list(type, "select {e.*} from " + reader(type).table() + " e where e.slug = :slug", new Where().with("slug", slug));
        return found.isEmpty() ? null : found.get(0);
    }

    /** The records of these keys, in their order; null for a key that is null or has none. */
    public <T> List<T> byKeys(Class<T> type, List<Long> keys) {
        List<Long> wanted = keys.stream().filter(Objects::nonNull).toList();
        Map<Long, T> byKey = new HashMap<>();
        if (!wanted.isEmpty()) {
            EntityRows<T> reader = reader(type);
            Reading.current().query("select " + reader.columns() + " from " + reader.table() + " e where e.id = any(:keys)",
                    new Where().keys("keys", wanted), row -> byKey.put(row.getLong(1), reader.read(row, 1, budget())));
        }
        return keys.stream().map(byKey::get).toList();
    }

    /** Rows of one entity. */
    public <T> List<T> list(Class<T> type, String sql, Where where) {
        EntityRows<T> reader = reader(type);
        List<T> found = new ArrayList<>();
        Reading.current().query(sql.replace(ENTITY, reader.columns()), where, row -> found.add(reader.read(row, 1, budget())));
        return found;
    }

    /** Rows of scalars, for what is no entity. */
    public List<Object[]> rows(String sql, Where where) {
        List<Object[]> rows = new ArrayList<>();
        Reading.current().query(sql, where, row -> {
            Object[] values = new Object[row.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = ColumnValue.untyped(row, i + 1);
                budget().value(values[i]);
            }
            rows.add(values);
        });
        return rows;
    }

    private static ReadBudget budget() {
        return Reading.current().budget();
    }

    private <T> EntityRows<T> reader(Class<T> type) {
        return readers.computeIfAbsent(type, absent -> new EntityReader(orm.getMappingMetamodel().getEntityDescriptor(type)))
                .rows(Reading.current());
    }

    /** Rows of one entity, each with the key of the parent that it is listed under, as the column `parent`. */
    public <T> List<List<T>> linked(Class<T> type, String sql, Where where, List<Long> parents) {
        Map<Long, List<T>> rows = keyed(type, sql, parents, where);
        return parents.stream().map(parent -> rows.getOrDefault(parent, List.of())).toList();
    }

    /** One page of a list without parents. */
    public <T, E extends Edge<T>> Page<E> page(Listing<T> listing, Where where, PageRequest request, BiFunction<String, T, E> edge) {
        return pages(listing, where, request, ROOT, edge).get(0);
    }

    /** The same page of the list of each parent, in one statement. Counting them takes one more, and only where it is asked for. */
    public <T, E extends Edge<T>> List<Page<E>> pages(Listing<T> listing, Where where, PageRequest request, List<Long> parents,
            BiFunction<String, T, E> edge) {
        Map<Long, List<T>> rows = keyed(listing.type(), pageSql(listing, where, request), parents, bounded(where, request));
        Counts counts = new Counts(() -> counts(listing, where, parents));
        Function<T, String> cursor = cursor(listing);
        return parents.stream().map(parent -> {
            List<T> found = rows.getOrDefault(parent, List.of());
            List<E> edges = shown(found, request).stream().map(row -> edge.apply(cursor.apply(row), row)).toList();
            return new Page<>(edges, info(found.size() > request.size(), request, edges), () -> counts.of(parent));
        }).toList();
    }

    /** The page size stands in the text, not as a parameter: without it the planner cannot tell that few rows are wanted. */
    private <T> String pageSql(Listing<T> listing, Where where, PageRequest request) {
        String page = listing.from() + " where " + where.sql() + (listing.parent() == null ? "" : " and " + listing.parent())
                + (request.after() == null ? "" : " and " + listing.beyond("after", true))
                + (request.before() == null ? "" : " and " + listing.beyond("before", false)) + " order by "
                + listing.order(request.backwards()) + " limit " + (request.size() + 1);
        if (listing.parent() == null) {
            return "select 0 as parent, {e.*} from " + page;
        }
        return "select k.id as parent, {e.*} from " + PARENTS + " cross join lateral (select e.* from " + page + ") e order by "
                + listing.orderRead(request.backwards());
    }

    private Where bounded(Where where, PageRequest request) {
        Where bounded = new Where();
        bounded.parameters().putAll(where.parameters());
        if (request.after() != null) {
            bounded.parameters().put("afterKey", request.after().key());
            bounded.parameters().put("afterSlug", request.after().slug());
        }
        if (request.before() != null) {
            bounded.parameters().put("beforeKey", request.before().key());
            bounded.parameters().put("beforeSlug", request.before().slug());
        }
        return bounded;
    }

    /** How many rows `from` has, which is what stands behind `from` in a query; one more than is shown where there are more. */
    public int count(String from, Where where) {
        return ((Number) rows(BoundedCount.of(from), where).get(0)[0]).intValue();
    }

    private <T> Map<Long, Integer> counts(Listing<T> listing, Where where, List<Long> parents) {
        String sql = "select k.id as parent, c.number as number from " + PARENTS + " cross join lateral ("
                + BoundedCount.of(listing.from() + " where " + where.sql() + (listing.parent() == null ? "" : " and " + listing.parent()))
                + ") c";
        return rows(sql, where.keys("parents", parents)).stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Long) row[1]).intValue()));
    }

    private static <T> List<T> shown(List<T> found, PageRequest request) {
        List<T> shown = new ArrayList<>(found.subList(0, Math.min(found.size(), request.size())));
        if (request.backwards()) {
            Collections.reverse(shown);
        }
        return shown;
    }

    /** Null for each row where no cursor is asked for: what it is made of was not read. */
    private static <T> Function<T, String> cursor(Listing<T> listing) {
        return Reading.current().asks(Reading.CURSORS) ? row -> listing.keyOf().apply(row).encode() : row -> null;
    }

    private static PageInfo info(boolean more, PageRequest request, List<? extends Edge<?>> edges) {
        return request.backwards() ? PageInfo.of(request.before() != null, more || request.after() != null, edges)
                : PageInfo.of(more || request.before() != null, request.after() != null, edges);
    }

    private <T> Map<Long, List<T>> keyed(Class<T> type, String sql, List<Long> parents, Where where) {
        EntityRows<T> reader = reader(type);
        Map<Long, List<T>> rows = new HashMap<>();
        Reading.current().query(sql.replace(ENTITY, reader.columns()), where.keys("parents", parents),
                row -> rows.computeIfAbsent(row.getLong(1), parent -> new ArrayList<>()).add(reader.read(row, 2, budget())));
        return rows;
    }
}
