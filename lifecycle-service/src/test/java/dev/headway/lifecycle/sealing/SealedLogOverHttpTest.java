package dev.headway.lifecycle.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.TlogProof;
import dev.headway.projections.audit.transparency.TreeHash;
import dev.headway.projections.audit.transparency.VerifierKey;
import dev.headway.projections.audit.verifying.VerifyExport;
import dev.headway.testing.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody with a role for it can verify, with nothing but what is served. */
class SealedLogOverHttpTest {

    private static RunningHeadway headway;
    private static Caller auditor;

    @TempDir private Path folder;

    @BeforeAll
    static void happen() {
        headway = RunningHeadway.start("headway.sealing.after=1s");
        auditor = headway.as(Role.AUDITOR);
        // the first seal is of nothing, since there always is a checkpoint
        await().atMost(Duration.ofSeconds(60))
                .until(() -> auditor.get("/api/v1/audit/checkpoint").status() == 200);
        for (int i = 0; i < 5; i++) {
            headway.as(Role.MANAGER)
                    .post(
                            "/api/v1/partnerships",
                            """
                            {"name": "Reef %d", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
                            """
                                    .formatted(i));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> size() >= 5);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    private static long size() {
        return checkpoint().size();
    }

    private static String text(String path) {
        var answer = auditor.get("/api/v1/audit/" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.parse(SignedNote.parse(text("checkpoint")).text());
    }

    private static List<VerifierKey> keys() {
        return text("key").lines().map(VerifierKey::parse).toList();
    }

    @Test
    void a_checkpoint_is_signed_by_the_key_that_is_told() {
        var note = SignedNote.parse(text("checkpoint"));

        assertThat(note.signers(keys())).hasSize(1);
        assertThat(keys().getFirst().name()).isEqualTo(checkpoint().origin());
        assertThat(auditor.get("/api/v1/audit/checkpoint").header("Content-Type"))
                .isEqualToIgnoringCase("text/plain;charset=UTF-8");
    }

    @Test
    void checkpoints_are_listed_from_the_newest_to_the_empty_log() {
        var all = auditor.get("/api/v1/audit/checkpoints").json().at("/items");

        assertThat(all.size()).isGreaterThan(1);
        assertThat(all.get(all.size() - 1).at("/size").asLong()).isZero();
        assertThat(all.get(0).at("/size").asLong()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void what_a_witness_signed_is_listed_with_when_it_did() {
        headway.superuser()
                .sql(
                        """
                        update sealed_checkpoint
                        set    cosignature = '— witness.example/one c2lnbmF0dXJl',
                               cosigned_at = '2026-11-29T10:00:00Z'
                        where  size = 0
                        """)
                .update();

        var all = auditor.get("/api/v1/audit/checkpoints").json().at("/items");
        var first = all.get(all.size() - 1);
        assertThat(first.at("/cosignedAt").asString()).isEqualTo("2026-11-29T10:00:00Z");
        assertThat(first.at("/checkpoint").asString())
                .endsWith("\n— witness.example/one c2lnbmF0dXJl\n");
    }

    @Test
    void an_event_is_proved_by_its_entry() throws Exception {
        var event =
                auditor.get("/api/v1/audit/entries?limit=1")
                        .json()
                        .at("/items/0/eventId")
                        .asString();
        var proof = TlogProof.parse(text("proof/" + event));
        var entries = bytes("tile/entries/000.p/1");
        var entry = Arrays.copyOfRange(entries, 2, 2 + ByteBuffer.wrap(entries).getShort());

        assertThat(proof.index()).isZero();
        assertThat(proof.proves(TreeHash.ofLeaf(entry))).isTrue();
        assertThat(new String(entry, UTF_8)).startsWith("headway-event/v1\n1\n").contains(event);
        assertThat(bytes("tile/0/000.p/1")).isEqualTo(TreeHash.ofLeaf(entry).bytes());
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var path : List.of("proof/none", "tile/", "tile/0/999", "tile/0/000", "tile/9")) {
            assertThat(auditor.get("/api/v1/audit/" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void an_export_is_verified_and_a_tampered_log_is_not() throws Exception {
        var good = export("");
        assertThat(verify(good)).startsWith("GOOD ");
        assertThat(verify(export("?format=csv&time=effective&from=2020-01-01")))
                .startsWith("GOOD ");
        assertThat(verify(export("?to=2020-01-01"))).startsWith("GOOD 0 events");

        headway.superuser()
                .sql("update event set metadata = metadata || ' ' where position = 2")
                .update();

        assertThat(verify(export(""))).startsWith("BAD at position 2: ");
    }

    private Path export(String query) throws Exception {
        return Files.write(folder.resolve("audit.zip"), bytes("export" + query));
    }

    private String verify(Path export) throws IOException {
        var said = new ByteArrayOutputStream();
        var key = Files.writeString(folder.resolve("keys"), text("key"));
        var code =
                VerifyExport.run(
                        new PrintStream(said, true, UTF_8),
                        export.toString(),
                        "--key",
                        key.toString());
        assertThat(code).isEqualTo(said.toString(UTF_8).startsWith("GOOD") ? 0 : 1);
        return said.toString(UTF_8);
    }

    private static byte[] bytes(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(headway.uri().resolve("/api/v1/audit/" + path))
                            .header("Authorization", "Bearer " + headway.token(Role.AUDITOR))
                            .build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
