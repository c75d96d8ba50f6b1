package dev.headway.lifecycle.postgres;

import static java.util.stream.Collectors.joining;

import dev.headway.lifecycle.home.OwnerOnlyFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, durable, on a free port of the loopback address. Its folder is
 * made at the first start and found again at every later one, also after a kill.
 */
final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=''",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_checkpoints=off");

    private final PostgresFolder folder;
    private final PostgresLock lock;
    private final PostgresBinaries programs;
    private final int port = freePort();
    private final ProcessHandle process;
    private volatile boolean closing;

    /**
     * Returns when the server takes connections.
     *
     * @param path the server's own folder, made when missing
     * @param onUnexpectedExit told when the server ends without having been closed
     */
    static PostgresServer start(Path path, Runnable onUnexpectedExit) {
        var folder = new PostgresFolder(OwnerOnlyFolder.at(path));
        var lock = PostgresLock.take(folder.lock());
        try {
            return new PostgresServer(folder, lock, onUnexpectedExit);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private PostgresServer(PostgresFolder folder, PostgresLock lock, Runnable onUnexpectedExit) {
        this.folder = folder;
        this.lock = lock;
        this.programs = PostgresBinaries.unpackInto(folder.programs());
        this.process = start();
        process.onExit().thenRun(() -> exited(onUnexpectedExit));
    }

    int port() {
        return port;
    }

    String password() {
        return folder.password();
    }

    ProcessHandle process() {
        return process;
    }

    private ProcessHandle start() {
        new OrphanedPostgres(folder, programs).stop();
        folder.initialize(programs);
        folder.rotateLog();
        var settings = SETTINGS.stream().map(setting -> "-c " + setting).collect(joining(" "));
        var options = "-p %d %s".formatted(port, settings);
        var data = folder.data().toString();
        var output = folder.log().toString();
        try {
            // pg_ctl gives the server a session of its own: a Ctrl-C meant for us does not reach it
            programs.run(
                    "pg_ctl",
                    List.of("start", "-D", data, "-l", output, "-o", options, "-w", "-t", "120"));
        } catch (EmbeddedPostgresException e) {
            throw new EmbeddedPostgresException(e.getMessage() + "\nIts log is in " + output, e);
        }
        log.info("PostgreSQL is up on port {}, its data is in {}", port, data);
        return folder.postmaster()
                .orElseThrow(
                        () ->
                                new EmbeddedPostgresException(
                                        "PostgreSQL ended as soon as it was up"));
    }

    private void exited(Runnable onUnexpectedExit) {
        if (!closing) {
            onUnexpectedExit.run();
        }
    }

    /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        try (lock) {
            if (process.isAlive()) {
                stop();
            }
        }
    }

    private void stop() {
        try {
            var data = folder.data().toString();
            programs.run("pg_ctl", List.of("stop", "-D", data, "-m", "fast", "-w", "-t", "60"));
            log.info("PostgreSQL is stopped");
        } catch (EmbeddedPostgresException e) {
            log.warn("{}", e.getMessage());
        }
    }

    /** Should another program be faster to take it, PostgreSQL says so; the next run picks anew. */
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("There is no free port for PostgreSQL", e);
        }
    }
}
