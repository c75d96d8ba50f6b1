package dev.headway.projections.processing;

import dev.headway.projections.deadletters.DeadLetter;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.log.UndecodableEventException;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works in what a parked stream holds, from its first parked event up to where the projection
 * stands, in the order of the stream. Nobody reads the projection meanwhile, so the next event of
 * the stream is the one after the last that was replayed.
 */
final class Replay {

    /** The stream of the one policy. */
    private static final String PROGRAM = "program";

    private final Projection projection;
    private final EventLog log;
    private final Positions positions;
    private final Letters letters;
    private final TransactionOperations transaction;

    Replay(
            Projection projection,
            EventLog log,
            Positions positions,
            Letters letters,
            TransactionOperations transaction) {
        this.projection = projection;
        this.log = log;
        this.positions = positions;
        this.letters = letters;
        this.transaction = transaction;
    }

    /**
     * @param by who wants it
     */
    ReplayOutcome run(String stream, String by) {
        return Objects.requireNonNull(transaction.execute(status -> replay(status, stream, by)));
    }

    private ReplayOutcome replay(TransactionStatus status, String stream, String by) {
        var claim = positions.claims().claimWaiting(projection.name());
        var letter = letters.find(stream).orElse(null);
        if (letter == null) {
            return ReplayOutcome.NOT_PARKED;
        }
        if (needsRebuild(letter, claim.position())) {
            letters.table().noteReplay(letter, by, ReplayOutcome.NEEDS_REBUILD.name());
            return ReplayOutcome.NEEDS_REBUILD;
        }
        var parked = letters.parked(claim);
        parked.remove(stream);
        workIn(letter, claim.position(), parked, status);
        var outcome = parked.contains(stream) ? ReplayOutcome.PARKED_AGAIN : ReplayOutcome.REPLAYED;
        letters.store(parked);
        letters.table().noteReplay(letter, by, outcome.name());
        if (outcome == ReplayOutcome.REPLAYED) {
            letters.table().remove(letters.name(), stream);
        }
        positions.table().lettersChanged(projection.name());
        return outcome;
    }

    /**
     * What concerns everybody, and what was recorded under another policy than today's, leaves
     * other traces now than it would have left then.
     */
    private boolean needsRebuild(DeadLetter letter, long position) {
        return !letter.first().ofPartnership()
                || projection.followsProgram()
                        && log.ofStream(PROGRAM, Long.MAX_VALUE).stream()
                                .mapToLong(RecordedEvent::position)
                                .anyMatch(
                                        each ->
                                                each > letter.first().position()
                                                        && each <= position);
    }

    private void workIn(
            DeadLetter letter, long position, ParkedStreams parked, TransactionStatus status) {
        var reader = new CarefulReader(projection, log, letters, parked, status);
        var stream = letter.first().stream();
        var version = letter.first().version();
        try {
            reader.work(upTo(position, log.ofStream(stream, version, Long.MAX_VALUE)));
        } catch (UndecodableEventException e) {
            var before = e.stored().version() - 1;
            if (before >= version) {
                reader.work(upTo(position, log.ofStream(stream, version, before)));
            }
            if (e.position() <= position) {
                reader.pass(e);
            }
        }
    }

    private static List<RecordedEvent> upTo(long position, List<RecordedEvent> events) {
        return events.stream().filter(each -> each.position() <= position).toList();
    }
}
