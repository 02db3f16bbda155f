package org.parley.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Every query on figures. */
@ApplicationScoped
public class FigureQueries {

    private static final String INVOLVED = """
            exists (select from involvement i join actor a on a.id = i.actor_id
                where i.record_id = e.id and i.role = '%s' and a.slug = any(:%s))""";

    static final String LIST = "figures by measure";

    /** By what is counted, then by the time that it speaks of; what speaks of none comes last. */
    private static final ListQuery<Figure> BY_MEASURE = new ListQuery<>(Figure.class, LIST, "figure e", null,
            List.of(ListQuery.Key.plain("e.measure"), ListQuery.Key.day("coalesce(e.from_earliest, 'infinity')")), "e.slug",
            FigureQueries::cursor, false);

    private final Store store;

    FigureQueries(Store store) {
        this.store = store;
    }

    Connection<Figure> page(FigureFilter filter, PageRequest request) {
        return store.page(BY_MEASURE, where(filter), request);
    }

    private static Cursor cursor(Figure figure) {
        LocalDate day = figure.period == null || figure.period.from == null ? null : figure.period.from.earliest;
        return new Cursor(LIST, figure.measure, (day == null ? "infinity" : day) + "/" + figure.slug);
    }

    private static WhereClause where(FigureFilter filter) {
        return WhereClause.of(filter, FigureQueries::conditions);
    }

    private static WhereClause conditions(FigureFilter filter) {
        return new WhereClause().text(Conditions.MEASURE, "measure", filter.measure())
                .anyOf(String.format(Locale.ROOT, INVOLVED, "OF", "of"), "of", filter.of())
                .anyOf("e.by_id in (select a.id from actor a where a.slug = any(:by))", "by", filter.by())
                .anyOf(String.format(Locale.ROOT, INVOLVED, "REPORTED_BY", "reportedBy"), "reportedBy", filter.reportedBy())
                .during("e", "from_earliest", "to_latest", filter.during());
    }
}
