package dev.headway.projections.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.HeadwayApplication;
import dev.headway.testing.ServiceProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the runbook has it: a backup while commands go on, and a moment restored. */
class BackupAndRestoreTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void what_was_acknowledged_comes_back_as_of_a_moment_since_the_backup() throws Exception {
        Instant moment;
        try (var service = start()) {
            register(service, "Before");
            assertThat(backup()).as(said()).isZero();
            register(service, "Since");
            moment = Instant.now();
            register(service, "Later");
            awaitSealed(service);
        }

        assertThat(restore("--until=" + moment)).as(said()).isZero();
        try (var service = start()) {
            assertThat(names(service)).containsExactly("Before", "Since");
            // a log that has less than was signed is not signed: somebody has to begin a new one
            await().atMost(PATIENCE).until(() -> health(service).contains("DOWN"));
            rebuildEverything(service);
            register(service, "Anew");
            await().atMost(PATIENCE)
                    .until(() -> names(service).equals(Set.of("Anew", "Before", "Since")));
        }
    }

    @Test
    void what_makes_no_sense_is_told_and_changes_nothing() {
        assertThat(backup()).isEqualTo(1);
        assertThat(restore()).isEqualTo(1);
        assertThat(RestoreCommand.run(out())).isEqualTo(2);
        assertThat(RestoreCommand.run(out(), "home", "backup", "--until=yesterday")).isEqualTo(2);
        assertThat(said())
                .contains("There is no embedded PostgreSQL", "There is no backup in", "usage:");
    }

    private ServiceProcess start() throws IOException {
        return ServiceProcess.start(
                HeadwayApplication.class,
                home(),
                "--headway.postgres.archive=" + folder.resolve("archive"),
                "--headway.sealing.events=1");
    }

    private int backup() {
        return BackupCommand.run(out(), home().toString(), folder.resolve("backup").toString());
    }

    private int restore(String... further) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                home().toString(),
                                folder.resolve("backup").toString(),
                                "--archive=" + folder.resolve("archive")));
        arguments.addAll(List.of(further));
        return RestoreCommand.run(out(), arguments.toArray(String[]::new));
    }

    private static void register(ServiceProcess service, String name) {
        var answer =
                service.as(Role.MANAGER)
                        .post(
                                "/api/v1/partnerships",
                                """
                                {"name": "%s", "partner": {"name": "Partner", "type": "TELCO"}}
                                """
                                        .formatted(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static Set<String> names(ServiceProcess service) {
        var listed = service.as(Role.VIEWER).get("/api/v1/partnerships").json().at("/items");
        var names = new TreeSet<String>();
        StreamSupport.stream(listed.spliterator(), false)
                .forEach(each -> names.add(each.at("/name").asString()));
        return names;
    }

    private static void awaitSealed(ServiceProcess service) {
        await().atMost(PATIENCE).until(() -> service.metric("headway_sealing_lag_events") == 0);
    }

    private static void rebuildEverything(ServiceProcess service) {
        var admin = service.as(Role.ADMIN);
        for (var each : admin.get("/api/v1/projections").json().at("/items")) {
            var name = each.at("/name").asString();
            var begun = admin.post("/api/v1/projections/%s/rebuild".formatted(name), "");
            assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        }
    }

    private static String health(ServiceProcess service) {
        return service.as(Role.ADMIN).get("/actuator/health").text();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private PrintStream out() {
        return new PrintStream(said, true, UTF_8);
    }

    private String said() {
        return said.toString(UTF_8);
    }
}
