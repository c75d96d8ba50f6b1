package dev.headway.projections.deadletters;

import dev.headway.projections.log.EventStoreUnavailableException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells a failure that lies in an event, and comes again whenever it is tried, from one that lies
 * in the machine and passes. When in doubt it passes: a projection that waits is repaired, one that
 * parks everybody is rebuilt.
 */
public final class Poison {

    /**
     * Classes of SQLSTATE that speak of a value: cardinality, data, integrity, a check option, a
     * program limit, and what a function raises. All others speak of the database.
     */
    private static final Set<String> OF_A_VALUE = Set.of("21", "22", "23", "44", "54", "P0");

    /** Of no event, whoever meets them. */
    private static final List<Class<? extends Throwable>> PASSING =
            List.of(
                    InterruptedException.class,
                    InterruptedIOException.class,
                    ClosedByInterruptException.class,
                    LinkageError.class,
                    SQLException.class,
                    EventStoreUnavailableException.class,
                    TransientDataAccessException.class,
                    RecoverableDataAccessException.class,
                    NonTransientDataAccessResourceException.class,
                    TransactionException.class);

    private static final int MAX_CAUSES = 20;

    private Poison() {}

    /** Whether a failure lies in the event, and not in the machine. */
    public static boolean isCauseOf(Throwable failure) {
        return causes(failure)
                .filter(each -> each instanceof SQLException sql && sql.getSQLState() != null)
                .findFirst()
                .map(sql -> isOfAValue((SQLException) sql))
                .orElseGet(() -> causes(failure).noneMatch(Poison::isPassing));
    }

    /** A failure and what caused it, the outermost first. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
                .limit(MAX_CAUSES);
    }

    private static boolean isOfAValue(SQLException failure) {
        var state = failure.getSQLState();
        return state.length() == 5 && OF_A_VALUE.contains(state.substring(0, 2));
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof VirtualMachineError
                ? !(failure instanceof StackOverflowError)
                : PASSING.stream().anyMatch(each -> each.isInstance(failure));
    }
}
