package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on sources. */
@ApplicationScoped
public class SourceQueries {

    private final Store store;

    SourceQueries(Store store) {
        this.store = store;
    }

    /** All, oldest first. */
    List<Source> all() {
        return store.list(Source.class, "select {e.*} from source e order by e.date_earliest nulls last, e.slug", new Where());
    }
}
