package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.parley.auth.TestIdentityProvider;
import org.parley.websocket.SocketClient;

/**
 * A service that reaches its database through a proxy, one client that subscribes and several that query repeatedly. After each test the
 * database works again, and no answer was wrong.
 */
abstract class FaultyDatabase {

    static PlainPostgres postgres;
    static TcpProxy proxy;
    static TestIdentityProvider provider;
    static Map<String, String> settings;
    static PackagedService service;
    static WholeService whole;

    SocketClient listener;
    SteadyReader reader;

    @BeforeAll
    static void start() throws Exception {
        provider = new TestIdentityProvider();
        settings = provider.start();
        postgres = PlainPostgres.filledCopy();
        proxy = new TcpProxy(postgres.port());
        service = PackagedService.serve(PlainPostgres.environmentAt(proxy.port(), settings));
        whole = new WholeService(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        proxy.close();
        postgres.close();
        provider.stop();
    }

    @BeforeEach
    void ask() throws Exception {
        listener = whole.subscribe();
        reader = SteadyReader.of(service);
    }

    @AfterEach
    void restore() throws Exception {
        listener.close();
        reader.close();
        proxy.serveAnew();
        if (!postgres.isRunning()) {
            postgres.restart();
        }
        postgres.turnWritable();
        assertEquals(List.of(), reader.wrong());
        assertTrue(reader.answered() > 0, "no question was answered");
    }
}
