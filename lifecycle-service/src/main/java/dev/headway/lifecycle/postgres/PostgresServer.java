package dev.headway.lifecycle.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.stream.Collectors.joining;

import dev.headway.lifecycle.home.OwnerOnlyFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, durable, on a free port of the loopback address. Its folder is
 * made at the first start and found again at every later one, also after a kill.
 */
final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Logger logger = LoggerFactory.getLogger(PostgresServer.class);
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

    private final OwnerOnlyFolder folder;
    private final Path data;
    private final PostgresLock lock;
    private final PostgresPrograms programs;
    private final String password;
    private final int port;
    private volatile boolean closing;

    /**
     * Returns when the server takes connections.
     *
     * @param home the server's own folder, made when missing
     * @param whenItDies told when the server ends without having been closed
     */
    static PostgresServer start(Path home, Runnable whenItDies) {
        var folder = OwnerOnlyFolder.at(home);
        var lock = PostgresLock.take(folder.resolve("lock"));
        try {
            var server = new PostgresServer(folder, lock);
            server.start();
            server.watch(whenItDies);
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private PostgresServer(OwnerOnlyFolder folder, PostgresLock lock) {
        this.folder = folder;
        this.lock = lock;
        this.data = folder.resolve("data");
        this.programs = PostgresPrograms.unpackedIn(folder.resolve("programs"));
        this.password = folder.secret("password");
        this.port = freePort();
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** The server's own process. */
    long pid() {
        return pidIn(data.resolve("postmaster.pid"))
                .orElseThrow(() -> new PostgresFailed("PostgreSQL is not running"));
    }

    private void start() {
        new LeftoverPostgres(programs, folder.resolve("programs"), data).stop();
        if (Files.notExists(data)) {
            initialize();
        }
        keepOneOldLog();
        var settings = SETTINGS.stream().map(setting -> "-c " + setting).collect(joining(" "));
        try {
            // pg_ctl gives the server a session of its own: a Ctrl-C meant for us does not reach it
            programs.run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "-D",
                            data.toString(),
                            "-l",
                            folder.resolve("log").toString(),
                            "-o",
                            "-p %d %s".formatted(port, settings),
                            "-w",
                            "-t",
                            "120"));
        } catch (PostgresFailed e) {
            throw new PostgresFailed(
                    e.getMessage() + "\nIts log is in " + folder.resolve("log"), e);
        }
        logger.info("PostgreSQL is up on port {}, its data is in {}", port, data);
    }

    /** Made beside and moved into place when whole, so a kill leaves nothing half made. */
    private void initialize() {
        try {
            var unfinished = folder.resolve("data-unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + folder.resolve("password"),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            Files.move(unfinished, data, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresFailed("Cannot make the database folder " + data, e);
        }
    }

    private void keepOneOldLog() {
        try {
            var log = folder.resolve("log");
            if (Files.exists(log)) {
                Files.move(log, folder.resolve("log.old"), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new PostgresFailed("Cannot put PostgreSQL's old log aside", e);
        }
    }

    private void watch(Runnable whenItDies) {
        ProcessHandle.of(pid())
                .orElseThrow(() -> new PostgresFailed("PostgreSQL ended at once"))
                .onExit()
                .thenRun(
                        () -> {
                            if (!closing) {
                                whenItDies.run();
                            }
                        });
    }

    /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        closing = true;
        try {
            programs.run(
                    "pg_ctl",
                    List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
            logger.info("PostgreSQL is stopped");
        } catch (PostgresFailed e) {
            logger.warn("{}", e.getMessage());
        } finally {
            lock.close();
        }
    }

    /** The process named in the first line of a {@code postmaster.pid}. */
    static Optional<Long> pidIn(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Free now; should another program be faster, PostgreSQL says so and the next run picks anew.
     */
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresFailed("There is no free port for PostgreSQL", e);
        }
    }
}
