package dev.headway.lifecycle.erasures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.HeadwayApplication;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed as soon as a key is destroyed, and does the rest when it is back. */
class ForgettingCutShortTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path home;

    @Test
    void what_a_kill_left_undone_is_done_by_the_next_run() throws Exception {
        String erasure;
        String person;
        try (var service = start()) {
            var admin = service.as(Role.ADMIN);
            person =
                    admin.post(
                                    "/api/v1/people",
                                    """
                                    {"name": "Zephyrine Quillfeather", "roles": ["VIEWER"],
                                     "email": "zephyrine@quillfeather.example"}
                                    """)
                            .json()
                            .at("/id")
                            .asString();
            admin.post("/api/v1/people/" + person + "/disabling", "{}");
            erasure =
                    admin.post(
                                    "/api/v1/erasures",
                                    """
                                    {"personId": "%s", "names": ["Zephyrine Q.", "Quillfeather"],
                                     "reason": "They asked for it"}
                                    """
                                            .formatted(person))
                            .json()
                            .at("/id")
                            .asString();
            var approver = service.as(Role.APPROVER);
            var approval =
                    CompletableFuture.runAsync(
                            () -> approver.post("/api/v1/erasures/" + erasure + "/approval", ""));

            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !destroyed().isEmpty());
            service.kill();
            approval.exceptionally(_ -> null).join();
        }

        try (var service = start()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                var seen =
                                        service.as(Role.AUDITOR)
                                                .get("/api/v1/erasures/" + erasure)
                                                .json();
                                assertThat(seen.at("/status").asString()).isEqualTo("COMPLETED");
                                assertThat(seen.at("/keyIds")).hasSize(3);
                                assertThat(seen.at("/olderEvents").asInt()).isZero();
                            });
            assertThat(destroyed()).hasSize(3);
            for (var key : destroyed()) {
                assertThat(home.resolve("people-keys/keys").resolve(key)).doesNotExist();
            }
            assertThat(service.as(Role.VIEWER).get("/api/v1/people/" + person).text())
                    .contains("(forgotten)");
        }
    }

    private List<String> destroyed() throws IOException {
        var register = home.resolve("destroyed-keys/destroyed-keys");
        return Files.exists(register)
                ? Files.readString(register, UTF_8)
                        .lines()
                        .map(line -> line.split(" ", 2)[0])
                        .toList()
                : List.of();
    }

    private ServiceProcess start() throws IOException {
        return ServiceProcess.start(HeadwayApplication.class, home);
    }
}
