package dev.headway.lifecycle;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A PostgreSQL that forgets nothing it has acknowledged, for tests that kill it: with the settings
 * of the default run, on a folder of its own, and back on the same port and data.
 */
final class DurablePostgres implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final Path data;
    private EmbeddedPostgres server;

    DurablePostgres(Path folder) throws IOException {
        this.data = folder.resolve("data");
        this.server = start(0);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
    }

    DataSource database() {
        return server.getPostgresDatabase();
    }

    /** The operating system's kill -9, for the postmaster and each of its children. */
    void kill() throws IOException {
        var postmaster = postmaster();
        var all = new ArrayList<>(postmaster.descendants().toList());
        all.addFirst(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) {
            await().atMost(Duration.ofSeconds(30)).until(() -> isGone(process));
        }
        Files.delete(pidFile());
    }

    /** Starts it again after a {@link #kill}; it recovers from its log. */
    void startAgain() throws IOException {
        var port = server.getPort();
        server.close(); // only lets go of the folder
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres start(int port) throws IOException {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(Duration.ofMinutes(2));
        DURABLE.forEach(builder::setServerConfig);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(pidFile()).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    /** Dead, though perhaps nobody has asked yet what it died of. */
    private static boolean isGone(ProcessHandle process) throws IOException {
        var stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        if (!process.isAlive() || !Files.exists(stat)) {
            return true;
        }
        var line = Files.readString(stat);
        return line.startsWith("Z", line.lastIndexOf(')') + 2);
    }
}
