package org.parley.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of an event stream, which parses it as the standard of HTML says. */
final class EventStreamClient implements AutoCloseable {

    /** An event; one without a name is a comment, or the end of the stream if its data is null. */
    record Event(String id, String name, String data) {

        JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (JsonProcessingException e) {
                throw new AssertionError(data, e);
            }
        }
    }

    static final Event END = new Event(null, null, null);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private EventStreamClient(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "event stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** Sends a request by POST. */
    static EventStreamClient post(URI service, String query, Map<String, ?> variables, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(service).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query, "variables", variables)))), headers);
    }

    /** Sends a request; its header Accept is that of an event stream. */
    static EventStreamClient send(HttpRequest.Builder request, String... headers) throws Exception {
        request.header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new EventStreamClient(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = null;
            String name = null;
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                String field = colon < 0 ? line : line.substring(0, colon);
                String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
                switch (field) {
                    case "" -> {
                        events.add(new Event(id, name, data.toString()));
                        id = null;
                        name = null;
                        data.setLength(0);
                        // A comment is followed by an empty line.
                        if (colon == 0) {
                            lines.readLine();
                        }
                    }
                    case "id" -> id = value;
                    case "event" -> name = value;
                    case "data" -> data.append(value);
                    default -> throw new AssertionError(line);
                }
            }
        } catch (IOException closed) {
            // reported as the end
        }
        events.add(END);
    }

    int status() {
        return response.statusCode();
    }

    /** Returns the next event that is no comment. */
    Event next() throws InterruptedException {
        return nextWithin(15_000);
    }

    /** Returns the next event that is no comment; null if none arrives in time. */
    Event nextWithin(long millis) throws InterruptedException {
        Event event = any(millis);
        while (event != null && event != END && event.name() == null) {
            event = any(millis);
        }
        return event;
    }

    /** Returns the next event or comment. */
    Event any(long millis) throws InterruptedException {
        return events.poll(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException closed) {
            // It is closed.
        }
    }
}
