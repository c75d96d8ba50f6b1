package dev.headway.projections.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.projections.audit.export.ExportForTests;
import dev.headway.projections.audit.export.ExportFormat;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.TreeHash;
import dev.headway.projections.audit.transparency.WitnessKey;
import dev.headway.projections.audit.verifying.VerifyExport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class WitnessingTest {

    private static final Instant NOW = SealedForTests.FIRST.plus(Duration.ofDays(300));

    @TempDir private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private SealedForTests log;
    private WitnessForTests witness;
    private WitnessState state;
    private Witnessing witnessing;

    @BeforeEach
    void open() throws Exception {
        log = new SealedForTests(folder);
        witness = new WitnessForTests(new SealingKeys(log.keys).verifiers(SealedForTests.ORIGIN));
        witness.at(NOW);
        state = new WitnessState(log.checkpoints);
        state.bindTo(meters);
        witnessing = log.witnessing(witness, state);
    }

    @AfterEach
    void close() {
        witness.close();
    }

    @Test
    void what_a_witness_signs_stands_under_the_checkpoint() {
        sealed(300);

        witnessing.show();
        witnessing.show();

        assertThat(witness.cosigned()).containsExactly(300L);
        assertThat(log.newest().note())
                .startsWith(log.newest().checkpoint())
                .contains("\n— witness.test/one ");
        assertThat(WitnessKey.parse(witness.key()).cosignature(parsedNote()))
                .hasValueSatisfying(good -> assertThat(good.at()).isEqualTo(NOW));
        assertThat(log.proofs().newest().orElseThrow().checkpoint()).isEqualTo(log.newest().note());
        assertThat(gauge("size")).isEqualTo(300);
    }

    private SignedNote parsedNote() {
        return SignedNote.parse(log.newest().note());
    }

    @Test
    void an_export_is_held_against_a_witness() throws IOException {
        sealed(10);
        var key = Files.writeString(folder.resolve("witness"), witness.key() + "\n");

        assertThat(verify(key)).startsWith("BAD the checkpoint is not cosigned by the witness");
        witnessing.show();
        assertThat(verify(key)).startsWith("GOOD 10 events");
    }

    private String verify(Path witnessKey) {
        var said = new ByteArrayOutputStream();
        var file = ExportForTests.everything(log, folder.resolve("zip"), ExportFormat.JSONL);
        VerifyExport.run(
                new PrintStream(said, true, UTF_8),
                file.toString(),
                "--witness",
                witnessKey.toString());
        return said.toString(UTF_8);
    }

    @Test
    void each_checkpoint_is_proved_to_have_grown_from_the_one_before() {
        sealed(0);
        witnessing.show();
        for (var more : new int[] {1, 6, 249, 500, 1}) {
            sealed(more);
            witnessing.show();
        }

        assertThat(witness.cosigned()).containsExactly(0L, 1L, 7L, 256L, 756L, 757L);
    }

    @Test
    void a_witness_that_has_seen_more_than_is_known_here_is_believed_how_much() {
        sealed(10);
        witnessing.show();
        log.jdbc.sql("update sealed_checkpoint set cosignature = null").update();
        sealed(10);

        witnessing.show();

        assertThat(witness.cosigned()).containsExactly(10L, 20L);
    }

    @Test
    void sealing_goes_on_while_the_witness_is_away_and_it_sees_the_newest_afterwards() {
        sealed(10);
        var away = log.witnessing(witness, state);
        witness.close();

        assertThatIllegalStateException().isThrownBy(away::show).withMessageContaining("away");
        sealed(10);

        assertThat(log.newest().size()).isEqualTo(20);
        assertThat(log.newest().cosignature()).isNull();
        assertThat(gauge("away")).isEqualTo(1);
        assertThat(state.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_wrong_cosignature_is_refused_and_told() {
        sealed(10);
        witness.lies();

        assertThatThrownBy(witnessing::show)
                .isInstanceOf(WitnessRefusedException.class)
                .hasMessageContaining("is not good");

        assertThat(log.newest().cosignature()).isNull();
        assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(gauge("refused")).isEqualTo(1);
    }

    @Test
    void a_cosignature_of_tomorrow_is_refused() {
        sealed(10);
        witness.at(NOW.plus(Duration.ofDays(1)));

        assertThatThrownBy(witnessing::show).isInstanceOf(WitnessRefusedException.class);
    }

    @Test
    void a_witness_that_saw_another_log_is_a_reason_to_look() {
        sealed(10);
        witness.saw(new Checkpoint(SealedForTests.ORIGIN, 5, TreeHash.ofNothing()));
        assertThatThrownBy(witnessing::show)
                .isInstanceOf(WitnessRefusedException.class)
                .hasMessageContaining("did not grow");

        witness.saw(new Checkpoint(SealedForTests.ORIGIN, 50, TreeHash.ofNothing()));
        assertThatThrownBy(witnessing::show)
                .isInstanceOf(WitnessRefusedException.class)
                .hasMessageContaining("has seen 50 events of the log, which has 10");
        assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_witness_that_does_not_know_the_log_says_so() {
        log.jdbc.sql("update sealed_log set origin = 'unknown.test'").update();
        log.sealer().seal();

        assertThatIllegalStateException()
                .isThrownBy(witnessing::show)
                .withMessage("The witness answered 404");
    }

    private double gauge(String name) {
        return meters.get("headway.witness." + name).gauge().value();
    }

    private void sealed(int events) {
        if (events > 0) {
            log.addEvents(events);
        }
        log.sealAll();
        log.sealer().seal();
    }
}
