package dev.headway.projections.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.SealingEvent.LogBegunAnew;
import dev.headway.projections.audit.sealing.LogSuccession.NextLog;
import dev.headway.projections.audit.transparency.SignedNote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is restored to an earlier moment, and somebody decides that it goes on from there. */
class LogSuccessionTest {

    private static final String NEXT = SealedForTests.ORIGIN + "/2";

    @TempDir private Path folder;

    private SealedForTests log;

    @BeforeEach
    void seal() {
        log = new SealedForTests(folder);
        log.addEvents(200);
        log.sealAll();
    }

    /** What the tables held with 200 events, while 300 were signed. */
    private void restored() {
        var tables = List.of("sealed_log", "sealed_tile", "sealed_leaves", "sealed_checkpoint");
        tables.forEach(
                each -> log.jdbc.sql("create table copy_" + each + " as table " + each).update());
        log.addEvents(100);
        log.sealAll();
        log.sealer().seal();
        log.jdbc.sql("delete from event where position > 200").update();
        for (var each : tables) {
            log.jdbc.sql("truncate " + each).update();
        }
        log.jdbc.sql("insert into sealed_log table copy_sealed_log").update();
        log.jdbc.sql("insert into sealed_tile table copy_sealed_tile").update();
        log.jdbc.sql("insert into sealed_leaves table copy_sealed_leaves").update();
        log.jdbc
                .sql(
                        """
                        insert into sealed_checkpoint (size, signed_at, checkpoint)
                        select size, signed_at, checkpoint from copy_sealed_checkpoint order by number
                        """)
                .update();
    }

    @Test
    void while_nothing_is_refused_there_is_nothing_to_begin() {
        assertThat(log.succession().next()).isEmpty();
    }

    @Test
    void a_log_begins_that_names_the_last_checkpoint_of_the_one_before() {
        restored();
        assertRefused();
        var kept = log.kept();

        var next = log.succession().next().orElseThrow();
        assertThat(next.origin()).isEqualTo(NEXT);
        assertThat(next.previousOrigin()).isEqualTo(SealedForTests.ORIGIN);
        assertThat(next.previousSize()).isEqualTo(300);
        assertThat(next.previousCheckpoint()).isEqualTo(kept);
        log.happened(begun(next));
        var first = log.sealer().seal().orElseThrow();

        assertThat(first.body().origin()).isEqualTo(NEXT);
        assertThat(first.size()).isEqualTo(202);
        assertThat(log.events().bytes(-1, 1, 2))
                .extracting(event -> event.type() + event.position())
                .containsExactly("LogBegunAnew0", "SeatVacated1");
    }

    @Test
    void what_is_recorded_afterwards_joins_the_log_and_every_checkpoint_stays() throws Exception {
        restored();
        var kept = log.kept();
        log.happened(begun(log.succession().next().orElseThrow()));
        log.sealAll();
        log.addEvents(50);
        log.sealAll();
        log.sealer().seal();

        assertThat(log.newest().size()).isEqualTo(252);
        assertThat(log.kept()).isEqualTo(log.newest().checkpoint());
        assertThat(Files.readString(folder.resolve("checkpoint-of-headway.test_log")))
                .isEqualTo(kept);
        assertThat(log.checkpoints.before(Long.MAX_VALUE, 10))
                .extracting(each -> each.body().origin() + " " + each.size())
                .containsExactly(NEXT + " 252", NEXT + " 202", SealedForTests.ORIGIN + " 200");
        assertThat(log.proofs().proof(201))
                .hasValueSatisfying(
                        proof ->
                                assertThat(SignedNote.parse(proof.checkpoint()).text())
                                        .startsWith(NEXT));
    }

    @Test
    void nobody_begins_a_log_with_hands_on_the_database_alone() {
        restored();
        var next = log.succession().next().orElseThrow();
        var forged =
                new LogBegunAnew(
                        "headway.test/forged",
                        next.previousOrigin(),
                        next.previousSize(),
                        next.previousCheckpoint(),
                        next.statement(),
                        log.clock.instant());
        log.happened(forged);

        assertRefused();
    }

    @Test
    void what_was_begun_in_the_place_of_another_checkpoint_is_no_reason() {
        restored();
        log.happened(begun(log.succession().next().orElseThrow()));
        log.sealAll();
        log.sealer().seal();
        log.addEvents(50);
        log.sealAll();
        log.sealer().seal();
        log.jdbc.sql("delete from event where position > 240").update();

        assertRefused();
        assertThat(log.succession().next())
                .map(NextLog::origin)
                .contains(SealedForTests.ORIGIN + "/3");
    }

    private void assertRefused() {
        log.clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> log.sealer().seal()).isInstanceOf(SealingRefusedException.class);
    }

    private LogBegunAnew begun(NextLog next) {
        return new LogBegunAnew(
                next.origin(),
                next.previousOrigin(),
                next.previousSize(),
                next.previousCheckpoint(),
                next.statement(),
                log.clock.instant());
    }
}
