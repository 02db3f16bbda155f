package org.parley.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The requests of a page, and its errors. */
final class Traffic {

    final List<String> addresses = new ArrayList<>();
    final List<WebSocket> sockets = new ArrayList<>();
    /** Messages of all sockets. */
    final List<String> sent = new ArrayList<>();
    final List<String> received = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Traffic(Page page) {
        page.onRequest(request -> addresses.add(request.url()));
        page.onWebSocket(socket -> {
            addresses.add(socket.url());
            sockets.add(socket);
            socket.onFrameSent(frame -> sent.add(frame.text()));
            socket.onFrameReceived(frame -> received.add(frame.text()));
        });
        page.onResponse(this::note);
        page.onRequestFailed(request -> {
            // The explorer aborts queries whose answers it no longer needs.
            if (!request.url().endsWith("/graphql") || !request.failure().equals("net::ERR_ABORTED")) {
                problems.add(request.url() + " " + request.failure());
            }
        });
        page.onPageError(error -> problems.add("uncaught: " + error));
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                problems.add(message.type() + ": " + message.text());
            }
        });
    }

    private void note(Response response) {
        if (response.status() >= 400) {
            problems.add(response.status() + " " + response.url());
        }
    }

    /** Nothing in the console, no status from 400 on, and no request to another host. */
    void assertClean() {
        assertEquals(List.of(), problems);
        assertEquals(1, hosts().size(), () -> "several hosts: " + hosts());
    }

    void assertProblem(String words) {
        assertTrue(hasProblem(words), problems::toString);
    }

    boolean hasProblem(String words) {
        return problems.stream().anyMatch(problem -> problem.contains(words));
    }

    private Set<String> hosts() {
        return addresses.stream().filter(address -> !address.startsWith("data:")).map(address -> URI.create(address).getAuthority())
                .collect(Collectors.toSet());
    }

    boolean mentions(String text) {
        return addresses.stream().anyMatch(address -> address.contains(text));
    }
}
