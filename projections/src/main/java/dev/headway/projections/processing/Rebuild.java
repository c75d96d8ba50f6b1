package dev.headway.projections.processing;

import dev.headway.projections.deadletters.Poison;
import dev.headway.projections.log.EventLog;
import java.util.concurrent.CancellationException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills a projection's tables anew beside those that answer, then switches in one transaction:
 * while it is built, and if it breaks off, questions are answered as before. All that it knows
 * stands in the database, so that two of them share the work and one that broke off is simply begun
 * again. Events that it fails at park their streams, as they do for whoever reads on.
 */
final class Rebuild {

    private final Projection projection;
    private final EventLog log;
    private final Positions positions;
    private final Letters letters;
    private final ShadowTables shadows;
    private final TransactionOperations transaction;

    Rebuild(
            Projection projection,
            EventLog log,
            Positions positions,
            Letters letters,
            ShadowTables shadows,
            TransactionOperations transaction) {
        this.projection = projection;
        this.log = log;
        this.positions = positions;
        this.letters = letters;
        this.shadows = shadows;
        this.transaction = transaction;
    }

    /** The name under which the position of a projection's rebuild is kept. */
    static String nameOf(String projection) {
        return projection + "/rebuild";
    }

    /**
     * Returns when the new tables answer.
     *
     * @throws CancellationException if the thread is interrupted between two batches
     */
    void run() {
        prepare();
        boolean more;
        do {
            if (Thread.interrupted()) {
                throw new CancellationException(projection.name() + " is not built anew now");
            }
            more = readOn();
        } while (more);
        transaction.executeWithoutResult(this::finish);
        positions.signalAdvanced();
    }

    private void prepare() {
        positions.table().register(nameOf(projection.name()));
        transaction.executeWithoutResult(
                _ -> {
                    var unused =
                            positions.claims().claimWaiting(nameOf(projection.name())).position();
                    shadows.create(projection);
                    letters.table().clear(letters.name());
                    positions.table().lettersChanged(letters.name());
                    positions.table().store(letters.name(), 0);
                    positions.rebuilds().begun(projection.name());
                });
    }

    /** Reads on, with care where that fails of an event's fault; false at the head. */
    private boolean readOn() {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> readBatch()));
        } catch (Throwable e) { // a stack that overflows is the event's as well
            if (!Poison.isCauseOf(e)) {
                throw e;
            }
            return Boolean.TRUE.equals(transaction.execute(this::readCarefully));
        }
    }

    /** Handles one batch; false at the head, or when somebody else has finished. */
    private boolean readBatch() {
        var claim = positions.claims().claimIfPresent(letters.name());
        return claim.isPresent() && !readAfter(claim.get()).isAtTheHead();
    }

    private Batch readAfter(ClaimedPosition claim) {
        var parked = letters.parked(claim);
        var read =
                shadows.runOver(
                        projection,
                        () ->
                                Batch.read(
                                        log,
                                        projection.open(),
                                        parked,
                                        claim.position(),
                                        Batch.MAX_PAGES,
                                        Batch.until(Batch.MAX_DURATION)));
        letters.store(parked);
        positions.table().store(letters.name(), read.lastPosition());
        positions.rebuilds().advanced(projection.name(), read.lastPosition(), read.events());
        return read;
    }

    private boolean readCarefully(TransactionStatus status) {
        var claim = positions.claims().claimIfPresent(letters.name());
        return claim.isPresent() && readCarefully(claim.get(), status) > claim.get().position();
    }

    private long readCarefully(ClaimedPosition claim, TransactionStatus status) {
        positions.rebuilds().advanced(projection.name(), claim.position(), 0);
        return shadows.runOver(
                projection,
                () ->
                        new CarefulPass(projection, log, positions, letters)
                                .read(
                                        claim,
                                        status,
                                        Batch.MAX_PAGES,
                                        Batch.until(Batch.MAX_DURATION)));
    }

    /**
     * Nobody reads the projection meanwhile: its position is ours until the switch is committed.
     */
    private void finish(TransactionStatus status) {
        var live = positions.claims().claimWaiting(projection.name()).position();
        var rebuilt = positions.claims().claimIfPresent(letters.name());
        if (rebuilt.isEmpty()) {
            return;
        }
        var claim = rebuilt.get();
        var position = claim.position();
        var before = -1L;
        while (position < live && position > before) {
            before = position;
            position = readCarefully(claim, status);
            claim = positions.claims().claimIfPresent(letters.name()).orElseThrow();
        }
        shadows.switchTo(projection);
        letters.table().replace(projection.name(), letters.name());
        positions.table().switched(projection.name(), position);
        positions.table().delete(letters.name());
        positions.rebuilds().done(projection.name());
    }
}
