package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import java.util.function.LongPredicate;
import org.springframework.transaction.TransactionStatus;

/**
 * Moves a projection, or its rebuild, over a place where reading fails, in the transaction that has
 * claimed it: what fails of its own fault is parked, and whatever else there is gets done.
 */
record CarefulPass(Projection projection, EventLog log, Positions positions, Letters letters) {

    /**
     * @param pages how many are read at most
     * @param mayContinue whether to go on from a position, asked between pages
     * @return the position of the last event that was worked in or parked
     */
    long read(
            ClaimedPosition claim,
            TransactionStatus transaction,
            int pages,
            LongPredicate mayContinue) {
        var parked = letters.parked(claim);
        var reader = new CarefulReader(projection, log, letters, parked, transaction);
        var last = reader.read(claim.position(), pages, mayContinue);
        letters.store(parked);
        positions.table().store(letters.name(), last);
        if (reader.hasParked()) {
            positions.table().lettersChanged(letters.name());
        }
        return last;
    }
}
