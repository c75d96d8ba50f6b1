package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.accounts.secrets.AccountTable;
import dev.headway.lifecycle.people.KnownPeople;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
    private final JdbcClient database;
    private final TransactionOperations transactions;

    /** Before the database's, so that waiting holds one connection of the pool and not all. */
    private final ReentrantLock ofThisNode = new ReentrantLock();

    Administrators(
            AccountTable accounts,
            KnownPeople people,
            JdbcClient database,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.people = people;
        this.database = database;
        this.transactions = transactions;
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
        ofThisNode.lock();
        try {
            return Optional.ofNullable(
                            transactions.<T>execute(
                                    _ -> {
                                        database.sql("select pg_advisory_xact_lock(:lock)")
                                                .param("lock", LOCK)
                                                .query(row -> {});
                                        return work.apply(existBeside(personId));
                                    }))
                    .orElseThrow();
        } finally {
            ofThisNode.unlock();
        }
    }
}
