package org.parley.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.change.Change;
import org.parley.persistence.ReadContext;

/**
 * A cache of the latest changes, so that all subscribers read them once. A subscriber whose position is outside reads from the database.
 */
@ApplicationScoped
class RecentChanges {

    static final int PAGE = 100;

    private final ChangeFeedQueries queries;
    private final int capacity;
    private final AtomicLong newest = new AtomicLong(-1);
    private final TreeMap<ChangePosition, Change> cached = new TreeMap<>();
    /** The cache holds all changes between these two positions. */
    private ChangePosition start = ChangePosition.afterRevision(-1);
    private ChangePosition end = start;

    RecentChanges(ChangeFeedQueries queries, WebSocketConfig config) {
        this.queries = queries;
        this.capacity = Math.max(config.cachedChanges(), PAGE);
    }

    /** Records the newest revision. Returns false if it is older than before, because the record was restored to an earlier state. */
    boolean advance(long revision) {
        boolean advanced = newest.getAndSet(revision) <= revision;
        if (!advanced) {
            synchronized (this) {
                restart(ChangePosition.afterRevision(revision));
            }
        }
        return advanced;
    }

    /** Returns the next changes after a position, at most a page. Reads them from the database if they are not cached. */
    List<Change> after(ChangePosition position, ReadContext reads) {
        synchronized (this) {
            if (position.compareTo(end) > 0) {
                restart(position);
            }
            if (position.compareTo(start) >= 0 && cached.tailMap(position, false).isEmpty()) {
                read(reads);
            }
            if (position.compareTo(start) >= 0) {
                return cached.tailMap(position, false).values().stream().limit(PAGE).toList();
            }
        }
        return changes(position, newest.get(), reads);
    }

    /** Reads from a state that includes that revision, because standbys may differ. */
    private List<Change> changes(ChangePosition position, long upTo, ReadContext reads) {
        reads.awaitRevision(upTo);
        return queries.after(position, PAGE);
    }

    private void restart(ChangePosition position) {
        cached.clear();
        start = position;
        end = position;
    }

    private void read(ReadContext reads) {
        long upTo = newest.get();
        if (end.revision() > upTo || end.equals(ChangePosition.afterRevision(upTo))) {
            return;
        }
        List<Change> more = changes(end, upTo, reads);
        more.forEach(change -> cached.put(ChangePosition.of(change), change));
        ChangePosition last = more.isEmpty() ? end : cached.lastKey();
        end = more.size() == PAGE || last.revision() > upTo ? last : ChangePosition.afterRevision(upTo);
        while (cached.size() > capacity) {
            start = cached.pollFirstEntry().getKey();
        }
    }
}
