package dev.headway.lifecycle.partnership.corrections;

import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Partnerships are voided one at a time, on all nodes: each has a stream of its own, and two twins
 * could be voided in favour of each other.
 */
@Component
class Voidings {

    /** Of the advisory lock; nobody else takes it. */
    private static final long LOCK = 0x4865616477617902L;

    private final WhichPartnershipIsMeant known;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    /** Before the database's, so that waiting holds one connection of the pool and not all. */
    private final ReentrantLock ofThisNode = new ReentrantLock();

    Voidings(
            WhichPartnershipIsMeant known,
            JdbcClient database,
            TransactionOperations transactions) {
        this.known = known;
        this.database = database;
        this.transactions = transactions;
    }

    /** One that was voided as a twin of this one, or null. */
    @Nullable String asTwinOf(String partnershipId) {
        return known.voidedAsTwinOf(partnershipId).orElse(null);
    }

    /** Does something while nobody else voids. */
    <T> T oneAtATime(Supplier<T> work) {
        ofThisNode.lock();
        try {
            return Optional.ofNullable(
                            transactions.<T>execute(
                                    _ -> {
                                        database.sql("select pg_advisory_xact_lock(:lock)")
                                                .param("lock", LOCK)
                                                .query(row -> {});
                                        return work.get();
                                    }))
                    .orElseThrow();
        } finally {
            ofThisNode.unlock();
        }
    }
}
