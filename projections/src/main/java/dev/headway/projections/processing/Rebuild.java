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
        begin();
        boolean more;
        do {
            more = Boolean.TRUE.equals(transaction.execute(_ -> isMoreToRead()));
        } while (more);
        transaction.executeWithoutResult(_ -> finish());
        positions.tellAdvanced();
    }

    private void begin() {
        positions.register(nameOf(projection.name()));
        transaction.executeWithoutResult(
                _ -> {
                    var unused = positions.claimPatiently(nameOf(projection.name())).position();
                    shadows.create(projection);
                    positions.store(nameOf(projection.name()), 0);
                });
    }

    /** Works in one batch; false at the head, or when somebody else has finished. */
    private boolean isMoreToRead() {
        var position = positions.claimIfThere(nameOf(projection.name()));
        return position.isPresent() && !readAfter(position.get().position()).isAtTheHead();
    }

    private Batch readAfter(long position) {
        var read =
                shadows.instead(
                        projection,
                        () ->
                                Batch.read(
                                        log,
                                        projection.begin(),
                                        position,
                                        Batch.MOST_PAGES,
                                        Batch.goingOnFor(Batch.LONGEST)));
        positions.store(nameOf(projection.name()), read.to());
        return read;
    }

    /**
     * Nobody reads the projection meanwhile: its position is ours until the switch is committed.
     */
    private void finish() {
        var live = positions.claimPatiently(projection.name()).position();
        var rebuilt = positions.claimIfThere(nameOf(projection.name()));
        if (rebuilt.isEmpty()) {
            return;
        }
        var position = rebuilt.get().position();
        var read = 1;
        while (position < live && read > 0) {
            var further = readAfter(position);
            position = further.to();
            read = further.events();
        }
        shadows.takeOver(projection);
        positions.exchanged(projection.name(), position);
        positions.forget(nameOf(projection.name()));
    }
}
