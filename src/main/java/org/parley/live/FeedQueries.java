package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.change.Change;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query of the room: changes behind a place, and whom they count for. */
@ApplicationScoped
class FeedQueries {

    private final Store store;

    FeedQueries(Store store) {
        this.store = store;
    }

    /** The newest revision. */
    long newest() {
        return (Long) store.rows("select d.revision from dataset d", new Where()).get(0)[0];
    }

    /** The next changes behind that place, in the order in which they were made. */
    List<Change> after(Place place, int most) {
        return store.list(Change.class, "select {e.*} from change e where e.id > :place order by e.id limit " + most,
                new Where().with("place", place.key()));
    }

    /** Those whose record counts for one of these actors, or did until the change; and those of the actors themselves. */
    List<Change> countingFor(List<Change> changes, List<String> actors) {
        Where where = new Where().with("actors", actors.toArray(String[]::new)).with("first", changes.get(0).key).with("last",
                changes.get(changes.size() - 1).key);
        Set<Object> counting = store.rows("""
                select c.id from change c
                where c.id between :first and :last and exists (
                    select from (
                        select record_id, actor_id from actor_record where since <= c.revision
                        union all select record_id, actor_id from history.actor_record where c.revision between since and until
                        union all select id, id from actor where since <= c.revision
                        union all select id, id from history.actor where c.revision between since and until) r
                    where r.record_id = c.record_id and r.actor_id in (
                        select id from actor where slug = any(:actors)
                        union all select id from history.actor where slug = any(:actors) and c.revision between since and until))""", where)
                .stream().map(row -> row[0]).collect(Collectors.toSet());
        return changes.stream().filter(change -> counting.contains(change.key)).toList();
    }
}
