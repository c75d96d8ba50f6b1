package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills a projection's tables anew beside those that answer, then switches in one transaction:
 * while it is built, and if it breaks off, questions are answered as before. All that it knows
 * stands in the database, so that two of them share the work and one that broke off is simply begun
 * again.
 */
final class Rebuild {

    private final Projection projection;
    private final EventLog log;
    private final Positions positions;
    private final ShadowTables shadows;
    private final TransactionOperations transaction;

    Rebuild(
            Projection projection,
            EventLog log,
            Positions positions,
            ShadowTables shadows,
            TransactionOperations transaction) {
        this.projection = projection;
        this.log = log;
        this.positions = positions;
        this.shadows = shadows;
        this.transaction = transaction;
    }

    /** The name under which the position of a projection's rebuild is kept. */
    static String nameOf(String projection) {
        return projection + "/rebuild";
    }

    /** Returns when the new tables answer. */
    void run() {
        prepare();
        boolean more;
        do {
            more = Boolean.TRUE.equals(transaction.execute(_ -> readBatch()));
        } while (more);
        transaction.executeWithoutResult(_ -> finish());
        positions.signalAdvanced();
    }

    private void prepare() {
        positions.table().register(nameOf(projection.name()));
        transaction.executeWithoutResult(
                _ -> {
                    var unused =
                            positions.claims().claimWaiting(nameOf(projection.name())).position();
                    shadows.create(projection);
                    positions.table().store(nameOf(projection.name()), 0);
                });
    }

    /** Handles one batch; false at the head, or when somebody else has finished. */
    private boolean readBatch() {
        var position = positions.claims().claimIfPresent(nameOf(projection.name()));
        return position.isPresent() && !readAfter(position.get().position()).isAtTheHead();
    }

    private Batch readAfter(long position) {
        var read =
                shadows.runOver(
                        projection,
                        () ->
                                Batch.read(
                                        log,
                                        projection.open(),
                                        position,
                                        Batch.MAX_PAGES,
                                        Batch.until(Batch.MAX_DURATION)));
        positions.table().store(nameOf(projection.name()), read.lastPosition());
        return read;
    }

    /**
     * Nobody reads the projection meanwhile: its position is ours until the switch is committed.
     */
    private void finish() {
        var live = positions.claims().claimWaiting(projection.name()).position();
        var rebuilt = positions.claims().claimIfPresent(nameOf(projection.name()));
        if (rebuilt.isEmpty()) {
            return;
        }
        var position = rebuilt.get().position();
        var read = 1;
        while (position < live && read > 0) {
            var further = readAfter(position);
            position = further.lastPosition();
            read = further.events();
        }
        shadows.switchTo(projection);
        positions.table().switched(projection.name(), position);
        positions.table().delete(nameOf(projection.name()));
    }
}
