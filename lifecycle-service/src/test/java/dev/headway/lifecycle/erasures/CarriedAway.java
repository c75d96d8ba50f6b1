package dev.headway.lifecycle.erasures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.projections.audit.transparency.TlogProof;
import dev.headway.projections.audit.transparency.TreeHash;
import dev.headway.projections.audit.verifying.VerifyExport;
import dev.headway.testing.ServiceProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * What an auditor carried away on one day: an export, the checkpoint and the keys of then, and the
 * proof of one event with that event's entry.
 */
record CarriedAway(Path folder) {

    static CarriedAway from(ServiceProcess service, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> service.metric("headway_sealing_lag_events") == 0);
        var event =
                service.as(Role.AUDITOR)
                        .get("/api/v1/audit/entries?kind=SeatFilled")
                        .json()
                        .at("/items/0/eventId")
                        .asString();
        var carried = new CarriedAway(folder);
        carried.fetch(service, "key", "keys");
        carried.fetch(service, "checkpoint", "checkpoint");
        carried.fetch(service, "export?format=jsonl", "audit.zip");
        carried.fetch(service, "proof/" + event, "proof");
        return carried;
    }

    /** As {@code ./headway verify} says it, of this export by what was kept on another day. */
    String verifiedBy(CarriedAway kept) {
        var said = new ByteArrayOutputStream();
        VerifyExport.run(
                new PrintStream(said, true, UTF_8),
                folder.resolve("audit.zip").toString(),
                "--key",
                kept.folder.resolve("keys").toString(),
                "--checkpoint",
                kept.folder.resolve("checkpoint").toString());
        return said.toString(UTF_8).strip();
    }

    /** Whether the proof that was carried away then is one of the event as it is told now. */
    void assertProves(ServiceProcess service) throws IOException, InterruptedException {
        var proof = TlogProof.parse(Files.readString(folder.resolve("proof")));
        var bundle = fetch(service, entries(proof.index()), "bundle");
        assertThat(proof.proves(TreeHash.ofLeaf(entry(bundle, proof.index())))).isTrue();
    }

    /** The bundle that is whole by now, or as far as the checkpoint of now goes. */
    private String entries(long index) throws IOException {
        var size = Long.parseLong(Files.readAllLines(folder.resolve("checkpoint")).get(1));
        var bundle = index / 256;
        var width = size / 256 > bundle ? "" : ".p/" + size % 256;
        return "tile/entries/%03d%s".formatted(bundle, width);
    }

    /** Entries stand one after the other, each behind its length in two bytes. */
    private static byte[] entry(byte[] bundle, long index) {
        var at = 0;
        for (var each = 0; each < index % 256; each++) {
            at += 2 + length(bundle, at);
        }
        return Arrays.copyOfRange(bundle, at + 2, at + 2 + length(bundle, at));
    }

    private static int length(byte[] bundle, int at) {
        return (bundle[at] & 0xFF) << 8 | (bundle[at + 1] & 0xFF);
    }

    private byte[] fetch(ServiceProcess service, String what, String file)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var asked =
                    HttpRequest.newBuilder(service.uri().resolve("/api/v1/audit/" + what))
                            .header("Authorization", "Bearer " + service.token(Role.AUDITOR))
                            .build();
            var answer = http.send(asked, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(what).isEqualTo(200);
            Files.write(folder.resolve(file), answer.body());
            return answer.body();
        }
    }
}
