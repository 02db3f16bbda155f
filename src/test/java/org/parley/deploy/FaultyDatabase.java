package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.parley.live.SocketClient;
import org.parley.rights.Provider;

/**
 * A service that reaches its database through a proxy, one client that listens and some that ask again and again. After each test the
 * database works again, and no answer was wrong.
 */
abstract class FaultyDatabase {

    static PlainPostgres postgres;
    static TcpProxy proxy;
    static Provider provider;
    static Map<String, String> settings;
    static PackagedService service;
    static WholeService whole;

    SocketClient listener;
    SteadyReader reader;

    @BeforeAll
    static void start() throws Exception {
        provider = new Provider();
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
    void mend() throws Exception {
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
