package org.parley.deploy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy: new connections lead to the current target. It can also discard all data. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;
    /** Connections that are older than this carry nothing any more. */
    private volatile long silentBefore = System.nanoTime();
    private volatile boolean silent;

    TcpProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("proxy", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Leads new connections there; those that are open stay where they are. */
    void leadTo(int port) {
        target = port;
    }

    /** Drops all packets in both directions from now on, without closing connections. */
    void silence() {
        silent = true;
    }

    /** New connections are served again; those of before stay silent for ever. */
    void serveAnew() {
        if (silent) {
            silentBefore = System.nanoTime();
            silent = false;
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                start("proxy client", () -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        long opened = System.nanoTime();
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            start("proxy up", () -> carry(client, server, opened));
            carry(server, client, opened);
        } catch (IOException e) {
            close(client);
        }
    }

    private void carry(Socket from, Socket to, long opened) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!silent && opened - silentBefore > 0) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // Either side is gone; so the other is to go.
        }
        if (!silent && opened - silentBefore > 0) {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        quietly(socket);
    }

    private static void quietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // It is gone then.
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        quietly(door);
        sockets.forEach(TcpProxy::quietly);
    }
}
