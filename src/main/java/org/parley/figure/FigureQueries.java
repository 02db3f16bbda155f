package org.parley.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Locale;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on figures. */
@ApplicationScoped
public class FigureQueries {

    private static final String INVOLVED = """
            exists (select from involvement i join actor a on a.id = i.actor_id
                where i.record_id = e.id and i.role = '%s' and a.slug = any(:%s))""";

    static final String LIST = "figures by measure";
    /** Stands behind every day. */
    private static final String NO_DAY = "z";

    /** By what is counted, then by the time that it speaks of. */
    private static final Listing<Figure> BY_MEASURE = new Listing<>(Figure.class, LIST, "figure e", null,
            "(plain(e.measure) || ' ' || coalesce(cast(e.from_earliest as text), '" + NO_DAY + "'))", "e.slug", "plain(%s)",
            FigureQueries::cursor, false);

    private final Store store;

    FigureQueries(Store store) {
        this.store = store;
    }

    Page<FigureEdge> page(FigureFilter filter, PageRequest request) {
        return store.page(BY_MEASURE, where(filter), request, FigureEdge::new);
    }

    private static Cursor cursor(Figure figure) {
        LocalDate day = figure.period == null || figure.period.from == null ? null : figure.period.from.earliest;
        return new Cursor(LIST, figure.measure + ' ' + (day == null ? NO_DAY : day), figure.slug);
    }

    private static Where where(FigureFilter given) {
        FigureFilter filter = given == null ? FigureFilter.ALL : given;
        return new Where().text("plain(e.measure) like part(:measure)", "measure", filter.measure())
                .anyOf(String.format(Locale.ROOT, INVOLVED, "OF", "of"), "of", filter.of())
                .anyOf("e.by_id in (select a.id from actor a where a.slug = any(:by))", "by", filter.by())
                .anyOf(String.format(Locale.ROOT, INVOLVED, "REPORTED_BY", "reportedBy"), "reportedBy", filter.reportedBy())
                .during("e", "from_earliest", "to_latest", filter.during());
    }
}
