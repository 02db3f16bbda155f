package org.parley.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.change.Change;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** The SQL queries of this package. */
@ApplicationScoped
class ChangeFeedQueries {

    private final Store store;

    ChangeFeedQueries(Store store) {
        this.store = store;
    }

    /** Returns the newest revision. */
    long newest() {
        return (Long) store.rows("select d.revision from dataset d", new WhereClause()).get(0)[0];
    }

    /** Requires that later reads include that revision. Rejected if the database does not reach it soon. */
    void awaitRevision(long revision) {
        store.awaitRevision(revision);
    }

    /** Returns the next changes after a position, in order. */
    List<Change> after(ChangePosition position, int limit) {
        return store.list(Change.class, "select {e.*} from change e where e.id > :position order by e.id limit " + limit,
                new WhereClause().with("position", position.key()));
    }

    /** Returns the changes of the actors, and of records in which one of them acts or acted before the change. */
    List<Change> ofActors(List<Change> changes, List<String> actors) {
        WhereClause where = new WhereClause().with("actors", actors.toArray(String[]::new)).with("first", changes.get(0).key).with("last",
                changes.get(changes.size() - 1).key);
        Set<Object> matching = store.rows("""
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
        return changes.stream().filter(change -> matching.contains(change.key)).toList();
    }
}
