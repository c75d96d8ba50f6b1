package dev.headway.lifecycle.partnership.corrections;

import dev.headway.lifecycle.commands.OneAtATime;
import dev.headway.lifecycle.partnership.deciding.NamedPartnership;
import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
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
    private final OneAtATime oneAtATime;

    Voidings(
            WhichPartnershipIsMeant known,
            JdbcClient database,
            TransactionOperations transactions) {
        this.known = known;
        this.oneAtATime = new OneAtATime(LOCK, database, transactions);
    }

    /** One that was voided as a twin of this one, or null. */
    @Nullable NamedPartnership asTwinOf(String partnershipId) {
        return known.voidedAsTwinOf(partnershipId).map(Voidings::named).orElse(null);
    }

    static NamedPartnership named(WhichPartnershipIsMeant.Twin other) {
        return new NamedPartnership(other.id(), other.name());
    }

    /** Does something while nobody else voids. */
    <T> T oneAtATime(Supplier<T> work) {
        return oneAtATime.run(work);
    }
}
