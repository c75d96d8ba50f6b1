package dev.headway.projections.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;

/** Why PostgreSQL gave no answer: it is away, or it is there and took too long. */
public final class DatabaseProblem {

    /** A statement was cancelled, mostly by {@code statement_timeout}. */
    private static final String QUERY_CANCELED = "57014";

    /** A lock was not had within {@code lock_timeout}. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private DatabaseProblem() {}

    public static Problem of(RuntimeException failure) {
        if (isTimeout(failure)) {
            return Problem.timedOut(
                    "The database took too long for this; ask for less, or try again later");
        }
        if (isEveryConnectionBusy(failure)) {
            return Problem.timedOut("The database is busy with other calls; try again");
        }
        return failure instanceof ConcurrencyFailureException
                ? Problem.unavailable("Too many changed the same at once; try again")
                : Problem.unavailable("The database is away; try again");
    }

    /** Whether PostgreSQL itself ended the statement because of a limit on time. */
    public static boolean isTimeout(Throwable failure) {
        return failure instanceof QueryTimeoutException
                || first(failure, SQLException.class) instanceof SQLException sql
                        && (QUERY_CANCELED.equals(sql.getSQLState())
                                || LOCK_NOT_AVAILABLE.equals(sql.getSQLState()));
    }

    /** A pool that failed to connect says what went wrong; one that is exhausted has nothing to. */
    public static boolean isEveryConnectionBusy(Throwable failure) {
        return first(failure, SQLTransientConnectionException.class)
                        instanceof SQLTransientConnectionException timeout
                && timeout.getCause() == null;
    }

    private static <T extends Throwable> @Nullable T first(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
