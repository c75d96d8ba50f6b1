package dev.headway.lifecycle.partners;

import dev.headway.lifecycle.commands.OneAtATime;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant.Known;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Partners are merged one at a time, on all nodes: each has a stream of its own, and two could be
 * merged into each other.
 */
@Component
class Merges {

    /** Of the advisory lock; nobody else takes it. */
    private static final long LOCK = 0x4865616477617904L;

    private final WhichPartnerIsMeant known;
    private final OneAtATime oneAtATime;

    Merges(WhichPartnerIsMeant known, JdbcClient database, TransactionOperations transactions) {
        this.known = known;
        this.oneAtATime = new OneAtATime(LOCK, database, transactions);
    }

    /** Who has an id, as far as everybody before has said. */
    Optional<Known> known(String partnerId) {
        return known.find(partnerId);
    }

    /** Does something while nobody else merges. */
    <T> T oneAtATime(Supplier<T> work) {
        return oneAtATime.run(work);
    }
}
