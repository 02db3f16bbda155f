package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends bytes unchanged, and reads the response until the service closes the connection. */
public final class RawClient {

    static final ObjectMapper JSON = new ObjectMapper();

    /** The response; status 0 if the service closed the connection without one. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + this, e);
            }
        }

        /** Returns the code of the first error, or null. */
        String code() {
            return json().at("/errors/0/extensions/code").asText(null);
        }

        @Override
        public String toString() {
            return status + " " + headers + " " + new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8);
        }
    }

    private RawClient() {
    }

    public static byte[] post(String body, String... headers) {
        return post(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Returns a POST with a body and headers `Name: value`. A given Content-Type or Content-Length replaces the correct one. */
    public static byte[] post(byte[] body, String... headers) {
        StringBuilder head = new StringBuilder("POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        String given = String.join("\r\n", headers);
        if (!given.contains("Content-Type:")) {
            head.append("Content-Type: application/json\r\n");
        }
        if (!given.contains("Content-Length:") && !given.contains("Transfer-Encoding:")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append(given.isEmpty() ? "" : given + "\r\n").append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** Returns a POST of a document with variables. */
    public static byte[] query(String document, Map<String, ?> variables) {
        return post(json(Map.of("query", document, "variables", variables)));
    }

    /** Returns a GET, or another method, with a query string. */
    public static byte[] get(String method, String parameters, String... headers) {
        String given = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return (method + " /graphql" + parameters + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + given + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a GET of another path. */
    public static byte[] page(String path, String... headers) {
        String given = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + given + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the status of the response to a WebSocket handshake. */
    static String upgrade(URI service, String... headers) throws IOException {
        String request = "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n" + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
                + "\r\n";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine().split(" ")[1];
        }
    }

    /** Returns a document with a response of about eight megabytes. */
    public static String heavy() {
        return heavy(20);
    }

    /** Returns the same with another number of lists instead of twenty. */
    public static String heavy(int lists) {
        String roots = IntStream.range(0, lists).mapToObj(i -> "b" + i + ": statements(first: 39) { nodes { ...Wide } }")
                .collect(Collectors.joining(" "));
        String wide = IntStream.range(0, 80).mapToObj(i -> "a" + i + ": summary").collect(Collectors.joining(" "));
        return "query Heavy { " + roots + " } fragment Wide on Statement { " + wide + " }";
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Reply send(URI service, byte[] request) throws IOException {
        return send(service, request, false, 15_000);
    }

    /** Sends a request, closes its own direction if the request is `cut`, and waits no longer than that many milliseconds. */
    public static Reply send(URI service, byte[] request, boolean cut, int millis) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(millis);
            try {
                socket.getOutputStream().write(request);
                if (cut) {
                    socket.shutdownOutput();
                }
            } catch (SocketException rejectedWhileSending) {
                // The response is in the socket's buffer.
            }
            return read(socket.getInputStream());
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer in " + millis + " ms", e);
        }
    }

    private static Reply read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (SocketException hungUp) {
            // What was read before remains valid.
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, Map.of(), new byte[0]);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String[] lines = head.substring(0, end).split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length == 2 ? parts[1] : "");
        }
        byte[] all = bytes.toByteArray();
        return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, Arrays.copyOfRange(all, end + 4, all.length));
    }
}
