package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated poolers; PoolerIT uses a real one. */
class PoolerDetectionTest {

    private static final int MOST_SESSIONS = 6;
    private static final int MOST_PROCESSES = 4;

    /** The idle session that a pooler assigns to the next transaction. */
    enum Order {
        LAST_USED {
            @Override
            int next(List<String> idle, Random random) {
                return idle.size() - 1;
            }
        },
        FIRST_USED {
            @Override
            int next(List<String> idle, Random random) {
                return 0;
            }
        },
        ANY {
            @Override
            int next(List<String> idle, Random random) {
                return random.nextInt(idle.size());
            }
        };

        abstract int next(List<String> idle, Random random);
    }

    /** A process of a pooler that assigns a session to each statement, with statements of others in between. */
    private static final class Pool {

        private final List<String> idle = new ArrayList<>();
        private final Order order;
        private final Random random;

        Pool(String name, int sessions, Order order, Random random) {
            for (int i = 0; i < sessions; i++) {
                idle.add(name + " " + i);
            }
            this.order = order;
            this.random = random;
        }

        String use() {
            if (random.nextInt(3) == 0) {
                take();
            }
            return take();
        }

        private String take() {
            String session = idle.remove(order.next(idle, random));
            idle.add(session);
            return session;
        }
    }

    private int open;

    private Connection connection(Supplier<String> session) {
        open++;
        ResultSet row = imitation(ResultSet.class, Map.of("next", () -> true, "getString", session));
        Statement statement = imitation(Statement.class, Map.of("executeQuery", () -> row));
        return imitation(Connection.class, Map.of("createStatement", () -> statement, "close", () -> {
            open--;
            return null;
        }));
    }

    private static <T> T imitation(Class<T> type, Map<String, Supplier<?>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> answers.getOrDefault(method.getName(), () -> null).get()));
    }

    @ParameterizedTest
    @EnumSource
    void sharedSessionsAreDetected(Order order) throws SQLException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Pool> processes = new ArrayList<>();
            for (int i = random.nextInt(MOST_PROCESSES); i >= 0; i--) {
                processes.add(new Pool("process " + i, 1 + random.nextInt(MOST_SESSIONS), order, random));
            }
            boolean found = PoolerDetection.isDetected(() -> connection(processes.get(random.nextInt(processes.size()))::use));
            assertTrue(found, "seed " + seed);
        }
    }

    @Test
    void ownSessionsAreAccepted() throws SQLException {
        int[] sessions = new int[1];
        assertFalse(PoolerDetection.isDetected(() -> {
            String own = "session " + sessions[0]++;
            return connection(() -> own);
        }));
        assertEquals(0, open, "connections are left open");
    }

    @Test
    void unavailableDatabaseIsNotJudged() {
        assertThrows(SQLTransientConnectionException.class, () -> PoolerDetection.isDetected(() -> {
            throw new SQLTransientConnectionException("away", "08001");
        }));
    }

    /** A database without free connections is not reported as sharing sessions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void fewConnectionsProveNothing(int most) throws SQLException {
        int[] sessions = new int[1];
        assertFalse(PoolerDetection.isDetected(() -> {
            if (sessions[0] == most) {
                throw new SQLTransientConnectionException("too many", "53300");
            }
            String own = "session " + sessions[0]++;
            return connection(() -> own);
        }));
        assertEquals(0, open, "connections are left open");
    }
}
