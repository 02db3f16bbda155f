package org.parley.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that sends given messages and collects those received. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    public static final String PROTOCOL = "graphql-transport-ws";
    private static final long PATIENCE_SECONDS = 15;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The code and reason with which the service closed the connection. */
    public record Closed(int code, String reason) {}

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private SocketClient() {
    }

    /** Connects without sending a message. */
    public static SocketClient connect(URI service, String protocol, String... headers) {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (!protocol.isEmpty()) {
            builder.subprotocols(protocol);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        String address = service.toString().replaceFirst("^http", "ws");
        client.socket = builder.buildAsync(URI.create(address), client).join();
        return client;
    }

    /** Connects and waits for connection_ack. */
    public static SocketClient open(URI service) {
        return connect(service, PROTOCOL).introduce(Map.of());
    }

    public SocketClient introduce(Map<String, ?> payload) {
        say(Map.of("type", "connection_init", "payload", payload));
        JsonNode answer = hear();
        if (!answer.path("type").asText().equals("connection_ack")) {
            throw new AssertionError(answer.toString());
        }
        return this;
    }

    public SocketClient say(Map<String, ?> message) {
        try {
            return sayText(JSON.writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends a message. If the service closes the connection, `closed` completes. */
    public SocketClient sayText(String text) {
        socket.sendText(text, true).exceptionally(hungUp -> socket).join();
        return this;
    }

    SocketClient sayBytes(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    public SocketClient ask(String id, String document, Map<String, ?> variables) {
        return say(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document, "variables", variables)));
    }

    /** Subscribes and waits until the subscription is active. */
    public SocketClient subscribe(String id, String document, Map<String, ?> variables) {
        ask(id, document, variables);
        JsonNode answer = hear();
        if (!answer.at("/payload/subscribed").asText().equals(id)) {
            throw new AssertionError(answer.toString());
        }
        return this;
    }

    /** Returns the next message. */
    public JsonNode hear() {
        return hear(PATIENCE_SECONDS);
    }

    public JsonNode hear(long seconds) {
        JsonNode message = hearWithin(seconds * 1000);
        if (message == null) {
            throw new AssertionError("nothing was heard in " + seconds + " s; closed: " + closed.getNow(null));
        }
        return message;
    }

    /** Returns the next message within that time, or null. */
    public JsonNode hearWithin(long millis) {
        try {
            return heard.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the service closes the connection. */
    public Closed closed() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            try {
                heard.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError(part.toString(), e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(new Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
