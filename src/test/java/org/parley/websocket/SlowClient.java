package org.parley.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.parley.http.RawClient;

/** A client that sends and does not receive until told otherwise, so that data remains in the sockets' buffers. */
final class SlowClient implements AutoCloseable {

    private static final int FINAL_TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;

    private final Socket socket;

    private SlowClient(Socket socket) {
        this.socket = socket;
    }

    /** Connects and waits for connection_ack: before it, any other message closes the connection. */
    static SlowClient connect(URI service) throws IOException, InterruptedException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(15_000);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        String request = "GET " + service.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
                + SocketClient.PROTOCOL + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new AssertionError(answer.toString());
        }
        SlowClient client = new SlowClient(socket);
        client.say("{\"type\":\"connection_init\"}");
        if (!client.hears("connection_ack", Integer.MAX_VALUE)) {
            throw new AssertionError("the connection was closed before connection_ack");
        }
        return client;
    }

    /** Returns a message that requests about eight megabytes. */
    static String heavy(String id) {
        return "{\"type\":\"subscribe\",\"id\":\"" + id + "\",\"payload\":{\"query\":\"" + RawClient.heavy() + "\"}}";
    }

    /** Sends messages all at once. */
    void say(String... texts) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (String text : texts) {
            frames.writeBytes(frame(FINAL_TEXT, text.getBytes(StandardCharsets.UTF_8)));
        }
        socket.getOutputStream().write(frames.toByteArray());
    }

    /** Sends a number of pings of maximum length, all at once. */
    void ping(int number) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < number; i++) {
            frames.writeBytes(frame(PING, new byte[TWO_BYTES - 1]));
        }
        socket.getOutputStream().write(frames.toByteArray());
    }

    /** Returns a frame from a client, masked by zeros. */
    private static byte[] frame(int kind, byte[] bytes) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(kind);
        if (bytes.length < TWO_BYTES) {
            frame.write(MASKED | bytes.length);
        } else {
            frame.write(MASKED | TWO_BYTES);
            frame.write(bytes.length >> 8);
            frame.write(bytes.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    /** Receives slowly and steadily until a text arrives. Returns false if the service closed the connection before. */
    boolean hears(String text, int bytesPerSecond) throws IOException, InterruptedException {
        byte[] some = new byte[16_384];
        String tail = "";
        long began = System.nanoTime();
        for (long taken = 0; !tail.contains(text);) {
            int read = socket.getInputStream().read(some);
            if (read < 0) {
                return false;
            }
            tail = tail.substring(Math.max(0, tail.length() - text.length())) + new String(some, 0, read, StandardCharsets.ISO_8859_1);
            taken += read;
            Thread.sleep(Math.max(0, taken * 1_000 / bytesPerSecond - (System.nanoTime() - began) / 1_000_000));
        }
        return true;
    }

    /** Receives what is still in flight, until the end. */
    boolean wasHungUp() {
        try {
            byte[] rest = new byte[65_536];
            while (socket.getInputStream().read(rest) >= 0) {
                // The content is not needed.
            }
            return true;
        } catch (java.net.SocketTimeoutException stillThere) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
