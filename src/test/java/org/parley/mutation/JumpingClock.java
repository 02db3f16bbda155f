package org.parley.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** The clock of a replica whose time is wrong. A test sets the offset. */
@Alternative
@ApplicationScoped
class JumpingClock {

    private static volatile Duration offset = Duration.ZERO;

    /** A service with this clock. */
    public static class Profile extends OwnRecord {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(JumpingClock.class);
        }
    }

    static void jump(Duration fromNow) {
        offset = fromNow;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Jumping();
    }

    private static class Jumping extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }
}
