package dev.headway.projections.postgres;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.SecretGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, durable, on a free port of the loopback address. Its folder is
 * made at the first start and found again at every later one, also after a kill.
 */
final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private final PostgresFolder folder;
    private final PostgresLock lock;
    private final PostgresBinaries programs;
    private final PgCtl control;
    private final int port = freePort();
    private final ProcessHandle process;
    private volatile boolean closing;

    /**
     * Returns when the server takes connections.
     *
     * @param path the server's own folder, made when missing
     * @param secrets where the superuser's password comes from
     * @param onUnexpectedExit run when the server ends without having been closed
     */
    static PostgresServer start(Path path, SecretGenerator secrets, Runnable onUnexpectedExit) {
        return start(path, secrets, onUnexpectedExit, new PostgresSettings(List.of()));
    }

    /**
     * @param settings beside those that are the same for all
     */
    static PostgresServer start(
            Path path,
            SecretGenerator secrets,
            Runnable onUnexpectedExit,
            PostgresSettings settings) {
        var folder = new PostgresFolder(OwnerOnlyFolder.at(path), secrets);
        var lock = PostgresLock.take(folder.lock());
        try {
            return new PostgresServer(folder, lock, onUnexpectedExit, settings);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private PostgresServer(
            PostgresFolder folder,
            PostgresLock lock,
            Runnable onUnexpectedExit,
            PostgresSettings settings) {
        this.folder = folder;
        this.lock = lock;
        this.programs = PostgresBinaries.unpackInto(folder.programs());
        this.control = new PgCtl(folder, programs);
        this.process = start(settings);
        process.onExit().thenRun(() -> exited(onUnexpectedExit));
    }

    int port() {
        return port;
    }

    /** The superuser's. */
    String password() {
        return folder.password();
    }

    String applicationPassword() {
        return folder.applicationPassword();
    }

    String migratorPassword() {
        return folder.migratorPassword();
    }

    ProcessHandle process() {
        return process;
    }

    private ProcessHandle start(PostgresSettings settings) {
        new OrphanedPostgres(folder, control).stop();
        folder.initialize(programs);
        folder.rotateLog();
        settings.writeInto(folder.data());
        control.start(port);
        LOG.info("PostgreSQL is up on port {}, its data is in {}", port, folder.data());
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
            control.stop(Duration.ofSeconds(60));
            LOG.info("PostgreSQL is stopped");
        } catch (EmbeddedPostgresException e) {
            LOG.warn("{}", e.getMessage());
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
