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
import org.parley.fault.RequestDeclinedException;

/** The newest revision that this process has seen, at most a second ago, and whether the database is writable. */
@Singleton
public class CurrentRevision {

    /** Maximum age of the observed revision, and so of a cached response. */
    static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(CurrentRevision.class);

    /**
     * A revision as seen by one connection. Revisions seen by different connections cannot be compared: after a failover, the new primary
     * may lack some and reuse their numbers.
     */
    public record Known(long connection, long revision) {}

    private record Observation(Known known, DatabaseState state, long at) {}

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile Observation seen;
    private volatile long newest = -1;
    private volatile boolean writeFailed;
    private long connections;
    private long notified = -1;
    /** The last revision at which a listener failed. */
    private long failed = -1;

    CurrentRevision(MeterRegistry registry) {
        Gauge.builder("parley.database.writable", () -> isWritable() ? 1 : 0)
                .description("1 if the database is writable, 0 if it is a standby, read-only or unavailable").register(registry);
    }

    /** Returns the revision seen within the last second; empty if there is none. */
    public Optional<Known> known() {
        return Optional.ofNullable(recent()).map(Observation::known);
    }

    private Observation recent() {
        Observation last = seen;
        return last != null && System.nanoTime() - last.at < MAX_AGE.toNanos() ? last : null;
    }

    /** Throws if the database is known to be read-only. */
    public void requireWritable() {
        Observation last = recent();
        if (last != null && !last.state.isWritable()) {
            throw RequestDeclinedException.readOnly();
        }
    }

    /** Notes that a write failed because the database is read-only. Connections may differ in this. */
    public void reportWriteFailure() {
        writeFailed = true;
    }

    /** Returns whether this was noted since the last call. */
    boolean takeWriteFailure() {
        boolean reported = writeFailed;
        writeFailed = false;
        return reported;
    }

    /**
     * Registers a listener for the current and each later revision; some may be skipped. A lower revision than the last one means that the
     * database was restored. The listener must not block.
     */
    public void onChange(LongConsumer listener) {
        listeners.add(listener);
        if (newest >= 0) {
            listener.accept(newest);
        }
    }

    /** Notes that later states are seen by another connection. */
    void onConnect() {
        connections++;
    }

    /**
     * Records a state.
     *
     * @param readAt the value of System.nanoTime() before it was read
     */
    void onState(DatabaseState state, long readAt) {
        Observation last = seen;
        if (last == null || !last.state.mode().equals(state.mode())) {
            LOG.infof("Connected to a %s database at revision %d", state.mode(), state.revision());
        }
        seen = new Observation(new Known(connections, state.revision()), state, readAt);
        notifyListeners(state);
    }

    /** Notifies the listeners. A lower revision of a standby is ignored, because it may lag behind another one. */
    private void notifyListeners(DatabaseState state) {
        if (state.revision() < newest && !state.isStandby()) {
            LOG.warnf("The record was restored from revision %d to revision %d; later changes are lost", newest, state.revision());
            newest = state.revision();
        } else {
            newest = Math.max(newest, state.revision());
        }
        if (notified != newest) {
            boolean all = true;
            for (LongConsumer listener : listeners) {
                all &= notifyListener(listener);
            }
            notified = all ? newest : notified;
        }
    }

    /** Notifies a listener. If it fails, it is notified again later; other listeners and this thread are not affected. */
    private boolean notifyListener(LongConsumer listener) {
        try {
            listener.accept(newest);
            return true;
        } catch (Throwable e) {
            if (failed != newest) {
                failed = newest;
                LOG.errorf(e, "A listener failed at revision %d", newest);
            }
            return false;
        }
    }

    /** Returns the age of the last state; empty if there is none yet. */
    Optional<Duration> age() {
        Observation last = seen;
        return Optional.ofNullable(last).map(known -> Duration.ofNanos(System.nanoTime() - known.at));
    }

    /** Returns whether the database was last seen as primary, standby or read-only. */
    Optional<String> mode() {
        return Optional.ofNullable(seen).map(last -> last.state.mode());
    }

    private boolean isWritable() {
        Observation last = recent();
        return last != null && last.state.isWritable();
    }
}
