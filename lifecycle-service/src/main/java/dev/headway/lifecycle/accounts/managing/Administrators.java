package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.accounts.secrets.AccountTable;
import dev.headway.lifecycle.commands.OneAtATime;
import dev.headway.projections.people.KnownPeople;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who looks after the accounts. Whatever could take the last of them away is done one at a time, on
 * all nodes, since each of them has a stream of their own and two of them could end each other.
 */
@Component
public class Administrators {

    /** Of the advisory lock; nobody else takes it. */
    private static final long LOCK = 0x4865616477617901L;

    private final AccountTable accounts;
    private final KnownPeople people;
    private final OneAtATime oneAtATime;

    Administrators(
            AccountTable accounts,
            KnownPeople people,
            JdbcClient database,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.people = people;
        this.oneAtATime = new OneAtATime(LOCK, database, transactions);
    }

    /** Whether anybody can sign in and look after accounts. */
    public boolean exist() {
        return existBeside("");
    }

    private boolean existBeside(String personId) {
        return accounts.administrators().stream()
                .filter(id -> !id.equals(personId))
                .anyMatch(id -> people.state(id).administers());
    }

    /**
     * Does something while nobody else makes or ends an administrator.
     *
     * @param work is told whether anybody but this person administers
     */
    <T> T oneAtATime(String personId, Function<Boolean, T> work) {
        return oneAtATime.run(() -> work.apply(existBeside(personId)));
    }
}
