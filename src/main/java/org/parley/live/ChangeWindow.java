package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.change.Change;
import org.parley.store.Reading;

/** The last changes, kept so that all who hear them read them once. Who stands further back, or ahead of it, reads for itself. */
@ApplicationScoped
class ChangeWindow {

    static final int PAGE = 100;

    private final FeedQueries queries;
    private final int most;
    private final AtomicLong expected = new AtomicLong(-1);
    private final TreeMap<Place, Change> kept = new TreeMap<>();
    /** What is kept is all that stands between these two. */
    private Place start = Place.behind(-1);
    private Place end = start;

    ChangeWindow(FeedQueries queries, LiveConfig config) {
        this.queries = queries;
        this.most = Math.max(config.window(), PAGE);
    }

    /** There are changes up to that revision; false where there were later ones before, and the record was set back. */
    boolean expect(long revision) {
        boolean later = expected.getAndSet(revision) <= revision;
        if (!later) {
            synchronized (this) {
                start(Place.behind(revision));
            }
        }
        return later;
    }

    /** The next changes behind that place, so many at most; reads where none are kept and more are expected. */
    List<Change> after(Place place) {
        synchronized (this) {
            if (place.compareTo(end) > 0) {
                start(place);
            }
            if (place.compareTo(start) >= 0 && kept.tailMap(place, false).isEmpty()) {
                read();
            }
            if (place.compareTo(start) >= 0) {
                return kept.tailMap(place, false).values().stream().limit(PAGE).toList();
            }
        }
        return changes(place, expected.get());
    }

    /** From a state of the record that has those up to that revision: of two standbys, one may be behind the other. */
    private List<Change> changes(Place place, long upTo) {
        Reading.require(upTo);
        return queries.after(place, PAGE);
    }

    private void start(Place place) {
        kept.clear();
        start = place;
        end = place;
    }

    private void read() {
        long upTo = expected.get();
        if (end.revision() > upTo || end.equals(Place.behind(upTo))) {
            return;
        }
        List<Change> more = changes(end, upTo);
        more.forEach(change -> kept.put(Place.of(change), change));
        Place last = more.isEmpty() ? end : kept.lastKey();
        end = more.size() == PAGE || last.revision() > upTo ? last : Place.behind(upTo);
        while (kept.size() > most) {
            start = kept.pollFirstEntry().getKey();
        }
    }
}
