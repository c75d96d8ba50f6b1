package dev.headway.lifecycle.partnership;

import dev.headway.partnership.gates.RunningPilots;
import dev.headway.projections.log.EventStoreUnavailableException;
import dev.headway.projections.querying.ProjectionBehindException;
import dev.headway.projections.questions.portfolio.HowManyPilotsRun;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/**
 * Where the program limits running pilots, they start one at a time, on all nodes: each has a
 * stream of its own, and two could take the last place at once. A turn begins when a gate counts,
 * and ends when the command that asked is stored, or is not.
 */
@Component
class PilotTurns implements Supplier<RunningPilots> {

    /** Of the advisory lock; nobody else takes it. */
    private static final long LOCK = 0x4865616477617903L;

    private static final String TAKEN = PilotTurns.class.getName();

    private final HowManyPilotsRun pilots;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;

    /** Before the database's, so that waiting holds one connection of the pool and not all. */
    private final ReentrantLock ofThisNode = new ReentrantLock();

    PilotTurns(
            HowManyPilotsRun pilots, JdbcClient database, PlatformTransactionManager transactions) {
        this.pilots = pilots;
        this.database = database;
        this.transactions = transactions;
    }

    /** How many run, counted in a turn that lasts as long as the command. */
    @Override
    public RunningPilots get() {
        var command = CurrentUnitOfWork.get().root();
        if (command.resources().putIfAbsent(TAKEN, true) == null) {
            var turn = take();
            command.onCleanup(_ -> end(turn));
        }
        try {
            return pilots.now();
        } catch (ProjectionBehindException behind) {
            throw new EventStoreUnavailableException("Pilots cannot be counted yet", behind);
        }
    }

    private TransactionStatus take() {
        ofThisNode.lock();
        TransactionStatus turn = null;
        try {
            turn = transactions.getTransaction(null);
            database.sql("select take_turn(:lock)").param("lock", LOCK).query(row -> {});
            return turn;
        } catch (RuntimeException | Error failed) {
            end(turn);
            throw failed;
        }
    }

    /** It held nothing but the lock. */
    private void end(@Nullable TransactionStatus turn) {
        try {
            if (turn != null) {
                transactions.rollback(turn);
            }
        } finally {
            ofThisNode.unlock();
        }
    }
}
