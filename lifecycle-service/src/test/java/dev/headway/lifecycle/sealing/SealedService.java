package dev.headway.lifecycle.sealing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.SignedNote;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running service that seals each second, and what somebody with its database can do to it. */
final class SealedService implements AutoCloseable {

    /** Tables, and their columns that do not follow from others. */
    private static final Map<String, String> RESTORED =
            Map.of(
                    "event", "*",
                    "sealed_log", "*",
                    "sealed_tile", "*",
                    "sealed_leaves", "*",
                    "sealed_checkpoint", "number, size, signed_at, checkpoint");

    private final Path checkpoint;
    private final RunningHeadway headway;

    private SealedService(Path checkpoint, RunningHeadway headway) {
        this.checkpoint = checkpoint;
        this.headway = headway;
    }

    static SealedService start(Path folder) {
        var checkpoint = folder.resolve("outside/checkpoint");
        return new SealedService(checkpoint, RunningHeadway.start(properties(checkpoint)));
    }

    /** One that answers nothing, so that nothing but the log has to be restored with it. */
    static SealedService writing(Path folder) {
        var checkpoint = folder.resolve("outside/checkpoint");
        var properties = Stream.of(properties(checkpoint));
        return new SealedService(
                checkpoint,
                RunningHeadway.start(
                        Stream.concat(properties, Stream.of("headway.reading.auto-start=false"))
                                .toArray(String[]::new)));
    }

    private static String[] properties(Path checkpoint) {
        return new String[] {"headway.sealing.after=1s", "headway.sealing.file=" + checkpoint};
    }

    RunningHeadway headway() {
        return headway;
    }

    /** Another node of it, which answers. */
    RunningHeadway answering() {
        return headway.anotherNode(properties(checkpoint));
    }

    /** Three events each. */
    void register(int partnerships, String name) {
        register(partnerships, name, 0);
    }

    /**
     * @param more leaves of the log than there are events
     */
    void register(int partnerships, String name, int more) {
        for (int i = 0; i < partnerships; i++) {
            headway.as(Role.MANAGER)
                    .post(
                            "/api/v1/partnerships",
                            """
                            {"name": "%s %d", "partner": {"name": "Reef Ltd", "type": "TELCO"},
                             "pattern": "RESELL", "owner": "Alliance desk"}
                            """
                                    .formatted(name, i));
        }
        awaitSealed(more);
    }

    /** Until everything that is recorded is sealed. */
    private void awaitSealed(int more) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            var answer = headway.as(Role.AUDITOR).get("/api/v1/audit/checkpoint");
                            return answer.status() == 200
                                    && Checkpoint.parse(SignedNote.parse(answer.text()).text())
                                                    .size()
                                            == events() + more;
                        });
    }

    long events() {
        return headway.bean(JdbcClient.class)
                .sql("select count(*) from event")
                .query(Long.class)
                .single();
    }

    /** Keeps the newest checkpoint elsewhere, and says how many events it is of. */
    long keep(Path file) throws IOException, InterruptedException {
        fetch("checkpoint", file);
        return Checkpoint.parse(SignedNote.parse(Files.readString(file)).text()).size();
    }

    /** Does what nobody should, and has everything signed anew as if it had always been so. */
    void forge(String sql) throws IOException {
        headway.superuser()
                .sql(
                        sql
                                + """
                                  ;
                                  truncate sealed_tile, sealed_leaves, sealed_checkpoint;
                                  update sealed_log set size = 0, position = 0
                                  """)
                .update();
        Files.delete(checkpoint);
        awaitSealed(0);
    }

    /** As a backup does. */
    void copyTables() {
        execute(
                RESTORED.keySet().stream()
                        .map(each -> "create table copy_of_%s as table %s".formatted(each, each)));
    }

    /** As they were when they were copied. */
    void restoreTables() {
        execute(
                Stream.concat(
                        Stream.of("truncate " + String.join(", ", RESTORED.keySet())),
                        RESTORED.entrySet().stream()
                                .map(each -> restore(each.getKey(), each.getValue()))));
    }

    private static String restore(String table, String columns) {
        var into = columns.equals("*") ? table : table + " (" + columns + ")";
        return "insert into %s overriding system value select %s from copy_of_%s"
                .formatted(into, columns, table);
    }

    private void execute(Stream<String> statements) {
        headway.superuser().sql(statements.collect(joining(";\n"))).update();
    }

    /** Whether it says that nothing is sealed any more. */
    boolean isRefused() {
        return headway.as(Role.VIEWER)
                .get("/actuator/prometheus")
                .text()
                .lines()
                .anyMatch(line -> line.matches("headway_sealing_refused(\\{.*})? 1\\.0"));
    }

    Path fetch(String what, Path file) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(headway.uri().resolve("/api/v1/audit/" + what))
                            .header("Authorization", "Bearer " + headway.token(Role.AUDITOR))
                            .build();
            var answer = http.send(request, BodyHandlers.ofFile(file));
            assertThat(answer.statusCode()).isEqualTo(200);
            return file;
        }
    }

    int port() {
        return headway.uri().getPort();
    }

    String home() {
        return Objects.requireNonNull(headway.bean(Environment.class).getProperty("headway.home"));
    }

    @Override
    public void close() {
        headway.close();
    }
}
