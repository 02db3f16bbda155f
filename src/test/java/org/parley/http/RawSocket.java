package org.parley.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that controls when frames are sent and whether anything is read. */
public final class RawSocket implements AutoCloseable {

    private static final int FINAL_TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final Socket socket;
    private final DataInputStream in;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and waits for connection_ack. */
    public static RawSocket open(URI service, String... headers) throws IOException {
        RawSocket socket = connect(service, headers);
        socket.send(text("{\"type\":\"connection_init\"}"));
        JsonNode answer = socket.hear();
        if (!answer.path("type").asText().equals("connection_ack")) {
            throw new AssertionError(answer.toString());
        }
        return socket;
    }

    /** Connects. */
    public static RawSocket connect(URI service, String... headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.setSoTimeout(15_000);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        RawSocket client = new RawSocket(socket);
        client.send(("GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
                + "graphql-transport-ws\r\n" + String.join("\r\n", headers) + "\r\n\r\n").replace("\r\n\r\n\r\n", "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) client.in.readUnsignedByte());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new AssertionError(answer.toString());
        }
        return client;
    }

    /** Returns a frame with a whole message, masked by zeros. */
    public static byte[] text(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(FINAL_TEXT);
        if (bytes.length < TWO_BYTES) {
            frame.write(MASKED | bytes.length);
        } else if (bytes.length < 65_536) {
            frame.write(MASKED | TWO_BYTES);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
        } else {
            frame.write(MASKED | EIGHT_BYTES);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(bytes.length).array());
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    /** Returns a message `subscribe` with a document and additional bytes. */
    public static byte[] ask(String id, String document, int more) {
        return text("{\"type\":\"subscribe\",\"id\":\"" + id + "\",\"payload\":{\"query\":" + RawClient.json(document)
                + ",\"variables\":{\"unused\":\"" + "x".repeat(more) + "\"}}}");
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Returns the next message; if the service closes the connection, an object with `code` and `reason`. */
    public JsonNode hear() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int kind = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            byte[] content = new byte[length == TWO_BYTES ? in.readUnsignedShort() : length == EIGHT_BYTES ? (int) in.readLong() : length];
            in.readFully(content);
            if (kind == CLOSE) {
                return RawClient.JSON.createObjectNode().put("code", ByteBuffer.wrap(content).getShort() & 0xffff).put("reason",
                        new String(content, 2, content.length - 2, StandardCharsets.UTF_8));
            }
            if ((kind & 0xf) <= 1) {
                message.writeBytes(content);
                if ((kind & 0x80) != 0) {
                    return RawClient.JSON.readTree(message.toByteArray());
                }
            }
        }
    }

    /** Reads until the service closes the connection. Returns the last message. */
    public JsonNode hearTheEnd() throws IOException {
        JsonNode last = RawClient.JSON.createObjectNode();
        try {
            while (!last.has("code")) {
                last = hear();
            }
        } catch (EOFException | SocketException hungUp) {
            // What was read before remains valid.
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
