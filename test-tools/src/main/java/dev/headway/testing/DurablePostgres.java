package dev.headway.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The embedded PostgreSQL of the default run with the settings of the default run, on a folder of
 * its own; it can be killed, children included, and started again on the same port and data.
 */
public final class DurablePostgres implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of(
                    "fsync", "on",
                    "synchronous_commit", "on",
                    "full_page_writes", "on",
                    "timezone", "UTC",
                    "log_timezone", "UTC",
                    "unix_socket_directories", "",
                    "max_connections", "250");

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    /** Starts a fresh one. */
    public DurablePostgres(Path folder) throws IOException, SQLException {
        this.data = folder.resolve("data");
        this.port = Ports.free();
        this.server = start();
        requireDurable();
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The database that every server has. */
    public DataSource database() {
        return server.getPostgresDatabase();
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "unused");
    }

    /** A new and empty database, which compares texts as the one of the default run does. */
    public String create(String database) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database "
                            + database
                            + " template template0 locale 'C'"
                            + " locale_provider builtin builtin_locale 'C.UTF-8'");
            return database;
        }
    }

    /** A copy of a database that nobody is connected to. */
    public String copy(String database, String name) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + database);
            return name;
        }
    }

    public void drop(String database) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        }
    }

    public String version() throws SQLException {
        return setting("server_version");
    }

    /** The operating system's kill -9, for the postmaster and each of its children. */
    public void kill() throws IOException {
        var postmaster = postmaster();
        var all = new ArrayList<>(postmaster.descendants().toList());
        all.addFirst(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) {
            await("PostgreSQL's end").atMost(Duration.ofSeconds(30)).until(() -> isGone(process));
        }
        Files.delete(pidFile());
    }

    /** Starts it again after a {@link #kill}; it recovers from its log. */
    public void startAgain() throws IOException {
        server.close(); // only lets go of the folder
        server = start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres start() throws IOException {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setRegisterShutdownHook(true);
        DURABLE.forEach(builder::setServerConfig);
        return builder.start();
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

    private void requireDurable() throws SQLException {
        for (var name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!setting(name).equals("on")) {
                throw new IllegalStateException(name + " is " + setting(name));
            }
        }
    }

    private String setting(String name) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
