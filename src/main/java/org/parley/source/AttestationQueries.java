package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.BatchCounts;
import org.parley.persistence.BoundedCount;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Every query on attestations. */
@ApplicationScoped
public class AttestationQueries {

    static final String OF_SOURCE = "attestations of a source";

    /**
     * A cursor says the record's kind and slug, the number of the provision and that of its step (0 for the record or the provision
     * itself), and the place among its attestations.
     */
    private static final Pattern PLACE = Pattern.compile("([A-Z]+)\n([a-z0-9-]+)/(\\d{1,9})/(\\d{1,9})/(\\d{1,9})");
    private static final RowOrder ORDER = order("r.kind", "r.slug", "coalesce(p.number, 0)", "coalesce(e.implementation_step_position, 0)",
            "e.position");
    private static final RowOrder OUTER_ORDER = order("t.kind", "t.slug", "t.number", "t.step", "t.position");

    /** The beginning of the order is an index. */
    private static final String FROM_RECORD = "(r.kind, r.slug) >= (:after1, :after2)";
    private static final String TO_RECORD = "(r.kind, r.slug) <= (:before1, :before2)";

    private static final String PAGES = """
            select k.id as source, t.id as attestation, t.kind, t.slug || '/' || t.number || '/' || t.step || '/' || t.position
            from unnest(cast(:sources as bigint[])) k (id) cross join lateral (
                select e.id, r.kind, r.slug, coalesce(p.number, 0) as number, coalesce(e.implementation_step_position, 0) as step, e.position
                from attestation e join record r on r.id = e.record_id left join provision p on p.id = e.provision_id
                where e.source_id = k.id and %1$s order by %2$s limit :most) t
            order by k.id, %3$s""";

    private final Store store;

    AttestationQueries(Store store) {
        this.store = store;
    }

    private static RowOrder order(String kind, String slug, String number, String step, String position) {
        return new RowOrder(List.of(Key.text(kind), Key.text(slug), Key.number(number), Key.number(step), Key.number(position)), PLACE);
    }

    /** The attestations of each record, in the record's order; those of an agreement's provisions belong to these. */
    public List<List<Attestation>> of(List<? extends RecordEntity> records) {
        return store.linked(Attestation.class, """
                select e.record_id as parent, {e.*} from attestation e where e.record_id = any(:parents) and e.provision_id is null
                order by e.record_id, e.position""", new WhereClause(), RecordEntity.keys(records));
    }

    /** The attestations of each provision of an agreement; those of its steps belong to these. */
    public List<List<Attestation>> ofProvisions(List<Long> provisions) {
        return store.linked(Attestation.class, """
                select e.provision_id as parent, {e.*} from attestation e
                where e.provision_id = any(:parents) and e.implementation_step_position is null order by e.provision_id, e.position""",
                new WhereClause(), provisions);
    }

    /** The attestations of each step of a provision. */
    public List<List<Attestation>> ofSteps(List<Long> steps) {
        return store.linked(Attestation.class, """
                select s.id as parent, {e.*} from implementation_step s
                join attestation e on e.provision_id = s.provision_id and e.implementation_step_position = s.position
                where s.id = any(:parents) order by s.id, e.position""", new WhereClause(), steps);
    }

    /** The attestations that each source gives: by kind and slug of the record, then in the record's order. */
    List<Connection<Attestation>> ofSources(List<Long> sources, PageRequest request) {
        List<Object[]> rows = rows(sources, request);
        List<Attestation> read = store.byKeys(Attestation.class, rows.stream().map(row -> (Long) row[1]).toList());
        Map<Long, List<Edge<Attestation>>> edges = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Object[] row = rows.get(i);
            String cursor = new Cursor(OF_SOURCE, (String) row[2], (String) row[3]).encode();
            edges.computeIfAbsent((Long) row[0], source -> new ArrayList<>()).add(new Edge<>(cursor, read.get(i)));
        }
        BatchCounts counts = new BatchCounts(() -> counts(sources));
        return sources.stream()
                .map(source -> Slice.of(edges.getOrDefault(source, List.of()), request).page(edge -> edge, () -> counts.of(source)))
                .toList();
    }

    private List<Object[]> rows(List<Long> sources, PageRequest request) {
        WhereClause where = new WhereClause().keys("sources", sources).with("most", request.size() + 1);
        String between = ORDER.between(request, where) + (request.after() == null ? "" : " and " + FROM_RECORD)
                + (request.before() == null ? "" : " and " + TO_RECORD);
        return store.rows(String.format(Locale.ROOT, PAGES, between, ORDER.terms(request), OUTER_ORDER.terms(request)), where);
    }

    private Map<Long, Integer> counts(List<Long> sources) {
        String sql = "select k.id, c.number from unnest(cast(:sources as bigint[])) as k (id) cross join lateral ("
                + BoundedCount.of("attestation e where e.source_id = k.id") + ") c";
        return store.numbers(sql, new WhereClause().keys("sources", sources));
    }
}
