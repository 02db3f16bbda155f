package org.parley.store;

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

/** Poolers of all kinds, imitated; PoolerIT has a real one. */
class SessionSharingTest {

    private static final int MOST_SESSIONS = 6;
    private static final int MOST_PROCESSES = 4;

    /** Which idle session a pooler takes for the next transaction. */
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

    /** One process of a pooler that gives each statement a session, and others' statements between them. */
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
    void sharedSessionsAreFound(Order order) throws SQLException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Pool> processes = new ArrayList<>();
            for (int i = random.nextInt(MOST_PROCESSES); i >= 0; i--) {
                processes.add(new Pool("process " + i, 1 + random.nextInt(MOST_SESSIONS), order, random));
            }
            boolean found = SessionSharing.isFound(() -> connection(processes.get(random.nextInt(processes.size()))::use));
            assertTrue(found, "seed " + seed);
        }
    }

    @Test
    void sessionsOfTheirOwnAreNot() throws SQLException {
        int[] sessions = new int[1];
        assertFalse(SessionSharing.isFound(() -> {
            String own = "session " + sessions[0]++;
            return connection(() -> own);
        }));
        assertEquals(0, open, "connections are left open");
    }

    @Test
    void databaseThatIsAwayIsNotJudged() {
        assertThrows(SQLTransientConnectionException.class, () -> SessionSharing.isFound(() -> {
            throw new SQLTransientConnectionException("away", "08001");
        }));
    }

    /** A database that gives no more connections is not held to share sessions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void fewConnectionsProveNothing(int most) throws SQLException {
        int[] sessions = new int[1];
        assertFalse(SessionSharing.isFound(() -> {
            if (sessions[0] == most) {
                throw new SQLTransientConnectionException("too many", "53300");
            }
            String own = "session " + sessions[0]++;
            return connection(() -> own);
        }));
        assertEquals(0, open, "connections are left open");
    }
}
