package org.parley.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.parley.fault.DeclinedException;

/** The record's revision as this process saw it last, at most a second ago, and whether the database takes changes. */
@Singleton
public class CurrentRevision {

    /** How old what was seen may be, and so an answer that is given again. */
    static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(CurrentRevision.class);

    /**
     * A revision as one connection saw it. Revisions seen by different connections cannot be compared: a database that took over may lack
     * some, and give their numbers to others.
     */
    public record Known(long connection, long revision) {}

    private record Seen(Known known, DatabaseState state, long at) {}

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile Seen seen;
    private volatile long newest = -1;
    private volatile boolean doubted;
    private long connections;
    private long told = -1;
    /** The revision at which a listener failed last. */
    private long failed = -1;

    CurrentRevision(MeterRegistry registry) {
        Gauge.builder("parley.database.writable", () -> isWritable() ? 1 : 0)
                .description("Whether the database is known to take changes: 1, or 0 on a standby and where it does not answer")
                .register(registry);
    }

    /** The revision of a moment that is at most a second ago; empty where the database has not answered since. */
    public Optional<Known> known() {
        return Optional.ofNullable(recent()).map(Seen::known);
    }

    private Seen recent() {
        Seen last = seen;
        return last != null && System.nanoTime() - last.at < MAX_AGE.toNanos() ? last : null;
    }

    /** Refuses a change where the database is known to take none. */
    public void requireWritable() {
        Seen last = recent();
        if (last != null && !last.state.isWritable()) {
            throw DeclinedException.readOnly();
        }
    }

    /** A change was refused as the database is read-only: connections may differ in what they see and may. */
    public void doubt() {
        doubted = true;
    }

    /** Whether that happened since this was asked last. */
    boolean takeDoubt() {
        boolean had = doubted;
        doubted = false;
        return had;
    }

    /**
     * Tells of the revision that was seen last, and of every later one, some of them together. A revision that is lower than the one before
     * says that the record was set back. The listener may not take long.
     */
    public void onChange(LongConsumer listener) {
        listeners.add(listener);
        if (newest >= 0) {
            listener.accept(newest);
        }
    }

    /** What is seen from here on is seen by another connection. */
    void connect() {
        connections++;
    }

    /** The connection sees this; it asked at that moment of System.nanoTime(). */
    void see(DatabaseState state, long asked) {
        Seen last = seen;
        if (last == null || !last.state.mode().equals(state.mode())) {
            LOG.infof("the database is a %s at revision %d", state.mode(), state.revision());
        }
        seen = new Seen(new Known(connections, state.revision()), state, asked);
        tell(state);
    }

    /** Of two standbys behind one address, one may be behind the other. A primary is behind nobody. */
    private void tell(DatabaseState state) {
        if (state.revision() < newest && !state.isStandby()) {
            LOG.warnf("the record was set back from revision %d to %d: the database lacks what was written since", newest,
                    state.revision());
            newest = state.revision();
        } else {
            newest = Math.max(newest, state.revision());
        }
        if (told != newest) {
            boolean all = true;
            for (LongConsumer listener : listeners) {
                all &= tell(listener);
            }
            told = all ? newest : told;
        }
    }

    /** Calls a listener; one that fails is called again later, and stops neither the other listeners nor this thread. */
    private boolean tell(LongConsumer listener) {
        try {
            listener.accept(newest);
            return true;
        } catch (Throwable e) {
            if (failed != newest) {
                failed = newest;
                LOG.errorf(e, "a listener failed at revision %d", newest);
            }
            return false;
        }
    }

    /** How long ago the database said its revision; at its start a process has that still to come. */
    Optional<Duration> age() {
        Seen last = seen;
        return Optional.ofNullable(last).map(known -> Duration.ofNanos(System.nanoTime() - known.at));
    }

    /** How the database was last seen: a primary, a standby or read-only. */
    Optional<String> mode() {
        return Optional.ofNullable(seen).map(last -> last.state.mode());
    }

    private boolean isWritable() {
        Seen last = recent();
        return last != null && last.state.isWritable();
    }
}
