package org.parley.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PgBouncer with its package's default settings, except for the pool mode and the number of connections. */
final class PgBouncer implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private static final long START_SECONDS = 20;

    final int port;
    private final Process process;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the tests where it cannot run. */
    static void assumeRunnable() throws InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "PgBouncer is not installed (.ci/packages installs it)");
        assumeTrue(!isRoot() || canChangeUser(),
                "PgBouncer does not run as root, and a user namespace is not allowed here (unshare -U): run the tests as another user");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean canChangeUser() throws InterruptedException {
        try {
            return new ProcessBuilder(asAnotherUser("true")).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start()
                    .waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> asAnotherUser(String... command) {
        return Stream.concat(Stream.of("unshare", "-U"), Stream.of(command)).toList();
    }

    /** Starts one before that database; it rejects to run as root. */
    static PgBouncer start(PlainPostgres database, Path folder, String... settings) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path users = Files.writeString(folder.resolve("users-" + port + ".txt"), "\"postgres\" \"postgres\"\n");
        Path file = folder.resolve("pgbouncer-" + port + ".ini");
        Files.writeString(file,
                String.join("\n", "[databases]", "* = host=127.0.0.1 port=" + database.port(), "[pgbouncer]", "listen_addr = 127.0.0.1",
                        "listen_port = " + port, "unix_socket_dir =", "auth_type = trust", "auth_file = " + users, "default_pool_size = 40",
                        String.join("\n", settings), ""));
        String[] program = {PROGRAM.toString(), "-q", file.toString()};
        List<String> command = isRoot() ? asAnotherUser(program) : List.of(program);
        Path log = folder.resolve("pgbouncer-" + port + ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        PgBouncer pooler = new PgBouncer(process, port);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!pooler.listens()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                pooler.close();
                throw new IOException("PgBouncer does not start: " + Files.readString(log));
            }
            Thread.sleep(20);
        }
        return pooler;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
