package dev.headway.projections.postgres;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;

/** PostgreSQL's own {@code pg_ctl}, which starts and stops the server of a folder. */
record PgCtl(PostgresFolder folder, PostgresBinaries programs) {

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

    /** Returns when the server takes connections on this port of the loopback address. */
    void start(int port) {
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
    }

    /** A fast shutdown; returns when the server has stopped. */
    void stop(Duration atMost) {
        var data = folder.data().toString();
        var seconds = Long.toString(atMost.toSeconds());
        programs.run("pg_ctl", List.of("stop", "-D", data, "-m", "fast", "-w", "-t", seconds));
    }
}
