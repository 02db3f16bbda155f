package org.parley.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageInfo;
import org.parley.paging.PageRequest;

/**
 * Reads entities and rows: one SQL statement for all keys of a batch, passed as one array parameter, so that one plan serves any number of
 * keys. The table of the entity has the alias `e`, and `{e.*}` stands for its columns; a column `parent` comes first.
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

    /** Sets the minimum revision of later reads. Fails if the database does not reach it soon. */
    public void awaitRevision(long revision) {
        ReadContext.bound().awaitRevision(revision);
    }

    /** Returns the record with that slug, or null. */
    public <T> T bySlug(Class<T> type, String slug) {
        List<T> found = list(type, "select {e.*} from " + reader(type).table() + " e where e.slug = :slug",
                new WhereClause().with("slug", slug));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Returns the records with these keys, in their order; null for a null or unknown key. */
    public <T> List<T> byKeys(Class<T> type, List<Long> keys) {
        return byKeys(type, keys, ReadContext.bound().requested());
    }

    /** Returns the records with these keys, reading only what the given fields need. */
    public <T> List<T> byKeys(Class<T> type, List<Long> keys, Set<String> fields) {
        return byKeys(type, keys, new RequestedFields(Map.of(type.getSimpleName(), fields), false));
    }

    private <T> List<T> byKeys(Class<T> type, List<Long> keys, RequestedFields requested) {
        List<Long> wanted = keys.stream().filter(Objects::nonNull).toList();
        Map<Long, T> byKey = new HashMap<>();
        if (!wanted.isEmpty()) {
            EntityRows<T> reader = reader(type, requested);
            ReadContext.bound().query("select " + reader.columns() + " from " + reader.table() + " e where e.id = any(:keys)",
                    new WhereClause().keys("keys", wanted), row -> byKey.put(row.getLong(1), reader.read(row, 1, budget())));
        }
        return keys.stream().map(byKey::get).toList();
    }

    /** Returns the entities of a query. */
    public <T> List<T> list(Class<T> type, String sql, WhereClause where) {
        EntityRows<T> reader = reader(type);
        List<T> found = new ArrayList<>();
        ReadContext.bound().query(sql.replace(ENTITY, reader.columns()), where, row -> found.add(reader.read(row, 1, budget())));
        return found;
    }

    /** Returns the rows of a query as arrays of values. */
    public List<Object[]> rows(String sql, WhereClause where) {
        List<Object[]> rows = new ArrayList<>();
        ReadContext.bound().query(sql, where, row -> {
            Object[] values = new Object[row.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = ColumnValue.untyped(row, i + 1);
                budget().value(values[i]);
            }
            rows.add(values);
        });
        return rows;
    }

    /** Like {@link #rows}, for a query that several fields of a request send: it is executed once in the same snapshot. */
    public List<Object[]> sharedRows(String sql, WhereClause where) {
        return ReadContext.bound().shared(sql, where, () -> rows(sql, where));
    }

    private static ReadBudget budget() {
        return ReadContext.bound().budget();
    }

    private <T> EntityRows<T> reader(Class<T> type) {
        return reader(type, ReadContext.bound().requested());
    }

    private <T> EntityRows<T> reader(Class<T> type, RequestedFields requested) {
        return readers.computeIfAbsent(type, absent -> new EntityReader(orm.getMappingMetamodel().getEntityDescriptor(type)))
                .rows(requested);
    }

    /** Returns the entities of a query for each parent, whose key is in the column `parent`. */
    public <T> List<List<T>> linked(Class<T> type, String sql, WhereClause where, List<Long> parents) {
        Map<Long, List<T>> rows = keyed(type, sql, parents, where);
        return parents.stream().map(parent -> rows.getOrDefault(parent, List.of())).toList();
    }

    /** Returns a page of a list without parents. */
    public <T> Connection<T> page(ListQuery<T> list, WhereClause where, PageRequest request) {
        return pages(list, where, request, ROOT).get(0);
    }

    /** Returns the page of the list of each parent, in one statement. Counting takes another one, if it is requested. */
    public <T> List<Connection<T>> pages(ListQuery<T> list, WhereClause where, PageRequest request, List<Long> parents) {
        Map<Long, List<T>> rows = keyed(list.type(), pageSql(list, where, request), parents, withCursors(list, where, request));
        BatchCounts counts = new BatchCounts(() -> counts(list, where, parents));
        Function<T, String> cursor = cursor(list);
        return parents.stream().map(parent -> {
            List<T> found = rows.getOrDefault(parent, List.of());
            List<Edge<T>> edges = itemsOfPage(found, request).stream().map(row -> new Edge<>(cursor.apply(row), row)).toList();
            return new Connection<>(edges, info(found.size() > request.size(), request, edges), () -> counts.of(parent));
        }).toList();
    }

    /** Returns the SQL of a page. The page size is a literal, because the planner then knows that few rows are needed. */
    private <T> String pageSql(ListQuery<T> list, WhereClause where, PageRequest request) {
        String page = list.from() + " where " + where.sql() + (list.parent() == null ? "" : " and " + list.parent())
                + (request.after() == null ? "" : " and " + list.beyond("after", true))
                + (request.before() == null ? "" : " and " + list.beyond("before", false)) + " order by " + list.order(request.backwards())
                + " limit " + (request.size() + 1);
        if (list.parent() == null) {
            return "select 0 as parent, {e.*} from " + page;
        }
        return "select k.id as parent, {e.*} from " + PARENTS + " cross join lateral (select e.*, " + list.orderColumns() + " from " + page
                + ") e order by " + list.outerOrder(request.backwards());
    }

    private WhereClause withCursors(ListQuery<?> list, WhereClause where, PageRequest request) {
        WhereClause withCursors = new WhereClause();
        withCursors.parameters().putAll(where.parameters());
        bind(withCursors, list, "after", request.after());
        bind(withCursors, list, "before", request.before());
        return withCursors;
    }

    private static void bind(WhereClause where, ListQuery<?> list, String name, Cursor cursor) {
        if (cursor != null) {
            List<String> parts = cursor.parts(name, list.keys().size() + 1);
            for (int i = 0; i < parts.size(); i++) {
                where.with(name + i, parts.get(i));
            }
        }
    }

    /**
     * Counts rows, up to one more than {@link Connection#MAX_COUNT}.
     *
     * @param from tables and conditions, as they follow `from`
     */
    public int count(String from, WhereClause where) {
        return ((Number) rows(BoundedCount.of(from), where).get(0)[0]).intValue();
    }

    private <T> Map<Long, Integer> counts(ListQuery<T> list, WhereClause where, List<Long> parents) {
        String sql = "select k.id as parent, c.number as number from " + PARENTS + " cross join lateral ("
                + BoundedCount.of(
                        list.counted(!where.isEmpty()) + " where " + where.sql() + (list.parent() == null ? "" : " and " + list.parent()))
                + ") c";
        return numbers(sql, where.keys("parents", parents));
    }

    /** Returns a number for each key, from rows of a key and a number. */
    public Map<Long, Integer> numbers(String sql, WhereClause where) {
        return rows(sql, where).stream().collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
    }

    private static <T> List<T> itemsOfPage(List<T> found, PageRequest request) {
        List<T> items = new ArrayList<>(found.subList(0, Math.min(found.size(), request.size())));
        if (request.backwards()) {
            Collections.reverse(items);
        }
        return items;
    }

    /** Returns null for each row if no cursor is requested, because the attributes for it were not read. */
    private static <T> Function<T, String> cursor(ListQuery<T> list) {
        return ReadContext.bound().requested().cursors() ? row -> list.keyOf().apply(row).encode() : row -> null;
    }

    private static PageInfo info(boolean more, PageRequest request, List<? extends Edge<?>> edges) {
        return request.backwards() ? PageInfo.of(request.before() != null, more || request.after() != null, edges)
                : PageInfo.of(more || request.before() != null, request.after() != null, edges);
    }

    private <T> Map<Long, List<T>> keyed(Class<T> type, String sql, List<Long> parents, WhereClause where) {
        EntityRows<T> reader = reader(type);
        Map<Long, List<T>> rows = new HashMap<>();
        ReadContext.bound().query(sql.replace(ENTITY, reader.columns()), where.keys("parents", parents),
                row -> rows.computeIfAbsent(row.getLong(1), parent -> new ArrayList<>()).add(reader.read(row, 2, budget())));
        return rows;
    }
}
