package dev.headway.projections.audit.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.audit.export.ExportForTests;
import dev.headway.projections.audit.export.ExportFormat;
import dev.headway.projections.audit.sealing.SealedForTests;
import dev.headway.projections.audit.transparency.VerifierKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who may do anything in the database does it hundreds of times, and each time an export,
 * the log's public key and a checkpoint that was kept elsewhere tell of it, and from where on.
 */
class TamperedLogTest {

    private static final int TAMPERS = Integer.getInteger("headway.tampers", 400);
    private static final int EVENTS = 300;
    private static final int FULL = 256;

    @TempDir private Path folder;

    private final Random random = new Random(2_026);

    /** The first and the last position that may be told. */
    private record Bad(long first, long last) {

        static Bad at(long position) {
            return new Bad(position, position);
        }
    }

    @Test
    void whatever_is_done_to_the_database_is_found() {
        var log = new SealedForTests(folder);
        log.addEvents(EVENTS);
        log.sealAll();
        var sealed = log.proofs().newest().orElseThrow();
        var verifier =
                new ExportVerifier(
                        sealed.verifierKeys().stream().map(VerifierKey::parse).toList(),
                        List.of(sealed.body()),
                        List.of());
        assertThat(verified(log, verifier).good()).isTrue();

        for (int i = 0; i < TAMPERS; i++) {
            var tamper = tampers().get(i % tampers().size());
            log.transaction.executeWithoutResult(
                    status -> {
                        var bad = tamper.apply(log);
                        var verdict = verified(log, verifier);

                        assertThat(verdict.good()).as("%s %s", bad, verdict).isFalse();
                        assertThat(verdict.position())
                                .as("%s %s", bad, verdict)
                                .isBetween(bad.first(), bad.last());
                        status.setRollbackOnly();
                    });
        }
        assertThat(verified(log, verifier).good()).isTrue();
    }

    private ExportVerdict verified(SealedForTests log, ExportVerifier verifier) {
        return verifier.verify(
                ExportForTests.everything(log, folder.resolve("export.zip"), ExportFormat.JSONL));
    }

    private List<Function<SealedForTests, Bad>> tampers() {
        return List.of(
                this::edit,
                this::delete,
                this::cutTheTail,
                this::insert,
                this::insertBeforeEverything,
                this::swapPositions,
                this::swapStreams,
                this::rewriteTileOfLeaves,
                this::rewriteTileAbove,
                this::rewriteEventAndItsLeaf,
                this::moveLeaf,
                this::signAnew,
                this::cutTheTailAndSignAnew);
    }

    private long position() {
        return random.nextLong(1, EVENTS + 1);
    }

    private static void change(SealedForTests log, String sql, Object... values) {
        assertThat(log.jdbc.sql(sql).params(values).update()).isPositive();
    }

    private Bad edit(SealedForTests log) {
        var changes =
                List.of(
                        "payload = payload || ' '",
                        "payload = replace(payload, 'SUPPORT', 'DELIVERY')",
                        "metadata = replace(metadata, 'mia', 'ben')",
                        "recorded_at = recorded_at + interval '1 microsecond'",
                        "effective_at = effective_at - interval '1 day'",
                        "type = 'SeatFilled'",
                        "stream = 'elsewhere'",
                        "stream_type = 'Program'",
                        "version = version + 1000",
                        "event_id = event_id || 'x'",
                        "revision = '2'");
        var position = position();
        change(
                log,
                "update event set %s where position = ?"
                        .formatted(changes.get(random.nextInt(changes.size()))),
                position);
        return Bad.at(position);
    }

    private Bad delete(SealedForTests log) {
        var position = position();
        change(log, "delete from event where position = ?", position);
        return Bad.at(position);
    }

    private Bad cutTheTail(SealedForTests log) {
        var position = position();
        change(log, "delete from event where position >= ?", position);
        return Bad.at(position);
    }

    /** Everything behind it moves on. */
    private Bad insert(SealedForTests log) {
        var position = position();
        change(log, "update event set position = -position where position >= ?", position);
        change(log, "update event set position = 1 - position where position < 0");
        insertAt(log, position);
        return Bad.at(position);
    }

    private Bad insertBeforeEverything(SealedForTests log) {
        var position = -random.nextLong(1_000);
        insertAt(log, position);
        return Bad.at(position);
    }

    private static void insertAt(SealedForTests log, long position) {
        change(
                log,
                """
                insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                                   event_id, type, revision, payload, metadata)
                select ?, 1, effective_at, recorded_at, 'forged', stream_type, 'forged', type, revision,
                       payload, metadata
                from   event
                limit  1
                """,
                position);
    }

    private Bad swapPositions(SealedForTests log) {
        var one = position();
        var other = one % EVENTS + 1;
        change(log, "update event set position = -1 where position = ?", one);
        change(log, "update event set position = ? where position = ?", one, other);
        change(log, "update event set position = ? where position = -1", other);
        return Bad.at(Math.min(one, other));
    }

    private Bad swapStreams(SealedForTests log) {
        var one = random.nextInt(10);
        var other = (one + 1 + random.nextInt(9)) % 10;
        change(log, "update event set stream = 'between' where stream = ?", "p" + one);
        change(log, "update event set stream = ? where stream = ?", "p" + one, "p" + other);
        change(log, "update event set stream = ? where stream = 'between'", "p" + other);
        return Bad.at(Math.min(first(one), first(other)));
    }

    private static long first(int stream) {
        return stream == 0 ? 10 : stream;
    }

    private Bad rewriteTileOfLeaves(SealedForTests log) {
        var position = position();
        var leaf = position - 1;
        change(
                log,
                """
                update sealed_tile
                set    hashes = set_byte(hashes, ?, get_byte(hashes, ?) # 1)
                where  level = 0 and number = ?
                """,
                (int) (leaf % FULL) * 32,
                (int) (leaf % FULL) * 32,
                leaf / FULL);
        return Bad.at(position);
    }

    private Bad rewriteTileAbove(SealedForTests log) {
        var bit = random.nextInt(FULL);
        change(
                log,
                "update sealed_tile set hashes = set_bit(hashes, ?, 1 - get_bit(hashes, ?)) where level = 1",
                bit,
                bit);
        return Bad.at(1);
    }

    /** What is in a tile can be told of all of it only. */
    private Bad rewriteEventAndItsLeaf(SealedForTests log) {
        var position = position();
        var leaf = position - 1;
        change(log, "update event set payload = '{}' where position = ?", position);
        change(
                log,
                "update sealed_tile set hashes = overlay(hashes placing ? from ?) where level = 0 and number = ?",
                log.leafAt(position),
                (int) (leaf % FULL * 32) + 1,
                leaf / FULL);
        return new Bad(1, position);
    }

    private Bad moveLeaf(SealedForTests log) {
        var position = position();
        var leaf = position - 1;
        change(
                log,
                "update sealed_leaves set positions[?] = 99999 where bundle = ?",
                (int) (leaf % FULL) + 1,
                leaf / FULL);
        return Bad.at(position);
    }

    private Bad signAnew(SealedForTests log) {
        var bad = edit(log);
        log.sealAllAnew(folder.resolve("forger" + random.nextLong()));
        return new Bad(1, bad.first());
    }

    private Bad cutTheTailAndSignAnew(SealedForTests log) {
        var bad = cutTheTail(log);
        log.sealAllAnew(folder.resolve("forger" + random.nextLong()));
        return bad;
    }
}
