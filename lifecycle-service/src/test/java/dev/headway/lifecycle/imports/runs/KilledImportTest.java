package dev.headway.lifecycle.imports.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.HeadwayApplication;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.ServiceProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A process that is gone in the middle of an import is told of, and costs one more upload. */
class KilledImportTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 1_500;

    @TempDir Path home;

    @Test
    void an_import_that_was_killed_says_so_and_goes_on_under_its_key() throws Exception {
        String path;
        try (var service = ServiceProcess.start(HeadwayApplication.class, home)) {
            var admin = admin(service);
            path = upload(admin).header("Location");
            await().atMost(PATIENCE).until(() -> admin.get(path).json().at("/done").asInt() > 100);
            service.kill();
        }

        try (var service = ServiceProcess.start(HeadwayApplication.class, home)) {
            var admin = admin(service);
            await().atMost(PATIENCE).until(() -> state(admin, path).equals("INTERRUPTED"));
            var before = admin.get(path).json();
            assertThat(before.at("/done").asInt()).isBetween(100, ROWS - 1);
            assertThat(before.has("endedAt")).isFalse();

            var again = upload(admin);

            assertThat(again.header("Location")).isEqualTo(path);
            assertThat(again.json().at("/state").asString()).isEqualTo("RUNNING");
            await().atMost(PATIENCE).until(() -> state(admin, path).equals("FINISHED"));
            JsonNode run = admin.get(path).json();
            assertThat(run.at("/done").asInt()).isEqualTo(ROWS);
            assertThat(run.at("/unchanged").asInt()).isPositive();
            assertThat(run.at("/created").asInt() + run.at("/unchanged").asInt()).isEqualTo(ROWS);
        }
    }

    private static String state(Caller admin, String path) {
        return admin.get(path).json().at("/state").asString();
    }

    private static Answered upload(Caller admin) {
        var rows =
                IntStream.range(0, ROWS)
                        .mapToObj("killed-%d,Reef,Reef Ltd,TELCO,2025-01-15\n"::formatted)
                        .collect(Collectors.joining());
        return admin.send(
                "POST",
                "/api/v1/imports",
                "text/csv",
                BodyPublishers.ofString(
                        "externalKey,name,partnerName,partnerType,registeredAt\n" + rows),
                "Prefer",
                "respond-async",
                "Idempotency-Key",
                "killed");
    }

    private static Caller admin(ServiceProcess service) {
        return service.as(Role.ADMIN).withContract(OpenApiContract.ofHeadway());
    }
}
