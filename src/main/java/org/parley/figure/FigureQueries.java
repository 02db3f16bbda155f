package org.parley.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on figures. */
@ApplicationScoped
public class FigureQueries {

    private static final String INVOLVED = """
            exists (select from involvement i join actor a on a.id = i.actor_id
                where i.record_id = e.id and i.role = '%s' and a.slug = any(:%s))""";

    private final Store store;

    FigureQueries(Store store) {
        this.store = store;
    }

    /** By measure, then by the time they speak of. */
    List<Figure> figures(FigureFilter given) {
        FigureFilter filter = given == null ? FigureFilter.ALL : given;
        Where where = new Where().and("plain(e.measure) like part(:measure)", "measure", filter.measure())
                .anyOf(String.format(Locale.ROOT, INVOLVED, "OF", "of"), "of", filter.of())
                .anyOf("e.by_id in (select a.id from actor a where a.slug = any(:by))", "by", filter.by())
                .anyOf(String.format(Locale.ROOT, INVOLVED, "REPORTED_BY", "reportedBy"), "reportedBy", filter.reportedBy())
                .during("e", "from_earliest", "to_latest", filter.during());
        return store.list(Figure.class,
                "select {e.*} from figure e where " + where.sql() + " order by plain(e.measure), e.from_earliest nulls last, e.slug",
                where);
    }
}
