package dev.headway.projections.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.TilePath;
import dev.headway.projections.audit.transparency.TreeHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    @TempDir private Path folder;

    private SealedForTests log;

    @BeforeEach
    void open() {
        log = new SealedForTests(folder);
    }

    @Test
    void there_is_a_checkpoint_from_the_start_on() {
        assertThat(log.sealer().seal())
                .map(SealedCheckpoint::body)
                .hasValueSatisfying(
                        empty -> {
                            assertThat(empty.origin()).isEqualTo(SealedForTests.ORIGIN);
                            assertThat(empty.size()).isZero();
                            assertThat(empty.root()).isEqualTo(TreeHash.ofNothing());
                        });
        assertThat(log.sealer().seal()).isEmpty();
    }

    @Test
    void one_event_is_sealed_a_minute_after_the_checkpoint_before() {
        log.sealer().seal();
        log.addEvents(1);

        log.clock.advance(Duration.ofSeconds(59));
        assertThat(log.sealer().seal()).isEmpty();
        log.clock.advance(Duration.ofSeconds(1));
        assertThat(log.sealer().seal()).map(SealedCheckpoint::size).contains(1L);
        log.clock.advance(Duration.ofHours(1));
        assertThat(log.sealer().seal()).isEmpty();
    }

    @Test
    void a_thousand_events_are_sealed_at_once_and_no_more_in_one_checkpoint() {
        log.sealer().seal();
        log.addEvents(2_300);

        assertThat(log.sealer().seal()).map(SealedCheckpoint::size).contains(1_000L);
        assertThat(log.sealer().seal()).map(SealedCheckpoint::size).contains(2_000L);
        assertThat(log.sealer().seal()).isEmpty();
    }

    @Test
    void one_node_seals_at_a_time() {
        log.addEvents(1);
        log.transaction.executeWithoutResult(
                _ -> {
                    assertThat(log.logs.claim()).isPresent();
                    assertThat(CompletableFuture.supplyAsync(() -> log.sealer().seal()).join())
                            .isEmpty();
                });
        assertThat(log.sealer().seal()).isPresent();
    }

    @Test
    void what_was_signed_is_kept_outside_of_the_database() {
        sealed(10);

        assertThat(log.kept()).isEqualTo(log.newest().checkpoint());
    }

    @Test
    void an_event_is_proved_by_its_position() {
        sealed(700);

        for (var position : List.of(1L, 256L, 257L, 700L)) {
            var event = log.reads.bytes(position - 1, position, 1).getFirst();
            var hash = SealedEvents.entry(event).hash();

            assertThat(log.proofs().proof(position))
                    .hasValueSatisfying(proof -> assertThat(proof.proves(hash)).isTrue());
        }
        assertThat(log.proofs().proof(701)).isEmpty();
    }

    @Test
    void holes_between_positions_are_no_leaves() {
        log.addEvents(20);
        log.jdbc.sql("delete from event where position between 5 and 9").update();
        log.sealAll();

        assertThat(log.newest().size()).isEqualTo(15);
        assertThat(log.proofs().proof(10))
                .hasValueSatisfying(proof -> assertThat(proof.index()).isEqualTo(4));
    }

    @Test
    void tiles_are_served_as_they_were_signed() {
        sealed(300);
        log.addEvents(10);
        log.sealAll();

        assertThat(bytes("0/000")).hasSize(8_192);
        assertThat(bytes("0/001.p/44")).hasSize(44 * 32);
        assertThat(bytes("0/001.p/54")).hasSize(54 * 32).startsWith(bytes("0/001.p/44"));
        assertThat(bytes("1/000.p/1")).hasSize(32);
        assertThat(log.proofs().bytes(TilePath.parse("0/001.p/55").orElseThrow())).isEmpty();
        assertThat(log.proofs().bytes(TilePath.parse("1/000").orElseThrow())).isEmpty();
        var entries = bytes("entries/000.p/2");
        var length = ByteBuffer.wrap(entries).getShort();
        var entry = Arrays.copyOfRange(entries, 2, 2 + length);
        assertThat(TreeHash.ofLeaf(entry).bytes()).isEqualTo(Arrays.copyOf(bytes("0/000"), 32));
    }

    private byte[] bytes(String path) {
        return log.proofs().bytes(TilePath.parse(path).orElseThrow()).orElseThrow();
    }

    @Test
    void both_keys_sign_while_they_rotate_and_all_are_remembered() {
        sealed(1);
        var older = log.keys.getFirst().verifier(SealedForTests.ORIGIN);
        log.clock.advance(Duration.ofDays(1));
        log.keys.addFirst(SealedForTests.newKey());
        var newer = log.keys.getFirst().verifier(SealedForTests.ORIGIN);
        log.addEvents(1);
        log.sealAll();

        assertThat(SignedNote.parse(log.newest().checkpoint()).signers(List.of(older, newer)))
                .containsExactly(older, newer);
        assertThat(log.checkpoints.keys()).containsExactly(newer.toString(), older.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from event where position > 290",
                "update event set payload = '{}' where position = 300",
                "update sealed_tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 1",
                "update sealed_tile set hashes = substring(hashes for 32) where level = 0 and number = 1",
                "delete from sealed_checkpoint where size = 300",
                "delete from sealed_checkpoint",
                "update sealed_log set size = 200, position = 200",
                "update sealed_log set origin = 'elsewhere'",
                "delete from sealed_tile"
            })
    void less_than_was_signed_is_refused(String tampering) {
        sealed(300);
        log.addEvents(10);
        log.jdbc.sql(tampering).update();
        log.clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> log.sealer().seal())
                .isInstanceOfAny(SealingRefusedException.class, MissingTileException.class);
    }

    @Test
    void a_log_that_was_signed_anew_is_refused() {
        sealed(300);
        log.jdbc.sql("update event set payload = '{}' where position = 7").update();
        log.sealAllAnew(folder);
        log.addEvents(10);
        log.clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> log.sealer().seal())
                .isInstanceOf(SealingRefusedException.class)
                .hasMessageContaining("the first 300 events are not those of");
    }

    @Test
    void a_database_from_before_the_last_checkpoint_is_refused() {
        sealed(300);
        log.jdbc.sql("delete from event where position > 200").update();
        log.sealAllAnew(folder);

        assertThatThrownBy(() -> log.sealer().seal())
                .isInstanceOf(SealingRefusedException.class)
                .hasMessageContaining("was signed with 300 events");
    }

    @Test
    void what_is_kept_outside_and_is_no_checkpoint_is_refused() throws IOException {
        sealed(1);
        Files.writeString(folder.resolve("checkpoint"), "nothing");

        assertThatThrownBy(() -> log.sealer().seal()).isInstanceOf(SealingRefusedException.class);
    }

    private void sealed(int events) {
        log.addEvents(events);
        log.sealAll();
        log.sealer().seal();
    }
}
