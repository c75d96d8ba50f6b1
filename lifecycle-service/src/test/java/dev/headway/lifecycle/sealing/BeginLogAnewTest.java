package dev.headway.lifecycle.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.projections.audit.verifying.VerifyExport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is restored from an earlier copy, and what an administrator does about it. */
class BeginLogAnewTest {

    private static final String REASON = "{\"reason\": \"The disk failed\"}";

    @TempDir private Path folder;

    @Test
    void after_a_restore_that_lost_something_another_log_begins_that_names_the_old_one()
            throws Exception {
        try (var service = SealedService.writing(folder)) {
            var headway = service.headway();
            service.register(5, "Reef");
            assertThat(headway.as(Role.ADMIN).post("/api/v1/audit/logs", REASON).status())
                    .isEqualTo(409);
            service.keep(folder.resolve("kept"));
            service.copyTables();
            service.register(5, "Cove");
            var signed = service.keep(folder.resolve("last"));

            service.restoreTables();
            await().atMost(Duration.ofSeconds(20)).until(service::isRefused);
            service.fetch("key", folder.resolve("keys"));

            assertThat(headway.as(Role.AUDITOR).post("/api/v1/audit/logs", REASON).status())
                    .isEqualTo(403);
            var begun = headway.as(Role.ADMIN).post("/api/v1/audit/logs", REASON);
            assertThat(begun.status()).isEqualTo(201);
            assertThat(begun.json().at("/origin").asString()).endsWith("/2");
            assertThat(begun.json().at("/previousSize").asLong()).isEqualTo(signed);
            await().atMost(Duration.ofSeconds(20)).until(() -> !service.isRefused());
            service.register(2, "Bay", 1);

            assertAudited(service);
            service.fetch("key", folder.resolve("keys"));
            service.register(1, "Sand", 1);
            var events = service.events();
            service.fetch("export", folder.resolve("audit.zip"));
            assertThat(verify("kept"))
                    .startsWith("GOOD " + events + " events")
                    .contains("/2, begun in the place of headway.local/")
                    .contains("of which " + signed + " were signed");
            assertThat(verify("last")).startsWith("GOOD ");
        }
    }

    private static void assertAudited(SealedService service) {
        try (var node = service.answering()) {
            node.awaitProjections();
            var entry =
                    node.as(Role.AUDITOR)
                            .get("/api/v1/audit/entries?kind=LogBegunAnew")
                            .json()
                            .at("/items/0");
            assertThat(entry.at("/reason").asString()).isEqualTo("The disk failed");
        }
    }

    private String verify(String kept) {
        var said = new ByteArrayOutputStream();
        VerifyExport.run(
                new PrintStream(said, true, UTF_8),
                folder.resolve("audit.zip").toString(),
                "--key",
                folder.resolve("keys").toString(),
                "--checkpoint",
                folder.resolve(kept).toString());
        return said.toString(UTF_8);
    }
}
