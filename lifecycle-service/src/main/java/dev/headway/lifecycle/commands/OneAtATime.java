package dev.headway.lifecycle.commands;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has work of one kind done by one caller at a time, on all nodes: for what is decided of one
 * stream by looking at others, which might be decided at the same moment.
 */
public final class OneAtATime {

    private final long lock;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    /** Before the database's, so that waiting holds one connection of the pool and not all. */
    private final ReentrantLock ofThisNode = new ReentrantLock();

    /**
     * @param lock the number of whose turn it is; each kind of work has its own
     */
    public OneAtATime(long lock, JdbcClient database, TransactionOperations transactions) {
        this.lock = lock;
        this.database = database;
        this.transactions = transactions;
    }

    /** Does the work while nobody else does any of its kind; it ends with the transaction. */
    public <T> T run(Supplier<T> work) {
        ofThisNode.lock();
        try {
            return Optional.ofNullable(
                            transactions.<T>execute(
                                    _ -> {
                                        database.sql("select take_turn(:lock)")
                                                .param("lock", lock)
                                                .query(row -> {});
                                        return work.get();
                                    }))
                    .orElseThrow();
        } finally {
            ofThisNode.unlock();
        }
    }
}
