package org.parley.deploy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.http.RawClient;
import org.parley.http.RawSocket;

/** Queued messages and unread answers, of one client or many, do not exhaust the memory. */
class UnreadIT extends OverloadedService {

    private static final Logger LOG = Logger.getLogger(UnreadIT.class);
    private static final String EXPENSIVE = "{ meetings(first: 100) { nodes { slug statements(first: 20) { nodes { slug summary"
            + " speakers { name } } } } } }";

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable socket : open) {
            socket.close();
        }
    }

    private static String client(int number, boolean many) {
        return "X-Forwarded-For: " + (many ? "10.1." + number / 100 + "." + number % 100 : MALLORY);
    }

    /** A gigabyte of messages, most of which wait for the operations before them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitingMessages(boolean many) throws Exception {
        for (int i = 0; i < 60; i++) {
            try {
                RawSocket socket = RawSocket.open(address(), client(i, many));
                open.add(socket);
                for (int j = 0; j < 18; j++) {
                    socket.send(RawSocket.ask(String.valueOf(j), EXPENSIVE, 900_000));
                }
            } catch (SocketException cutOff) {
                LOG.debug("cut off", cutOff);
            }
            if (i % 20 == 10) {
                assertServed();
            }
        }
        assertServed();
    }

    /** Each connection asks for ten answers at once, and reads nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unreadAnswers(boolean many) throws Exception {
        byte[] body = ("{\"query\": \"" + RawClient.heavy(20) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 40; i++) {
            Socket socket = new Socket();
            open.add(socket);
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(address().getHost(), address().getPort()));
            try {
                for (int j = 0; j < 10; j++) {
                    socket.getOutputStream()
                            .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length + "\r\n" + client(i, many) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().write(body);
                }
            } catch (IOException cutOff) {
                LOG.debug("cut off", cutOff);
            }
            Thread.sleep(200);
            if (i % 10 == 5) {
                assertServed();
            }
        }
        Thread.sleep(10_000);
        assertServed();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unreadAnswersOfWebSockets(boolean many) throws Exception {
        for (int i = 0; i < 40; i++) {
            RawSocket socket = RawSocket.open(address(), client(i, many));
            open.add(socket);
            for (int j = 0; j < 10; j++) {
                socket.send(RawSocket.ask(String.valueOf(j), RawClient.heavy(20), 0));
            }
            Thread.sleep(200);
            if (i % 10 == 5) {
                assertServed();
            }
        }
        Thread.sleep(10_000);
        assertServed();
    }
}
