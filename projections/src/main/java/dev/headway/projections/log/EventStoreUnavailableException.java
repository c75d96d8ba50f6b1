package dev.headway.projections.log;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * PostgreSQL is away, too slow or too busy, and nothing was stored: a command or a question can be
 * sent again as it is. Over HTTP 503 with Retry-After.
 */
public class EventStoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause, true, false); // an outage is no bug, and would fill the log
    }

    /** Runs a query, and tells a PostgreSQL that is away from a bug. */
    public static <T> T translating(Supplier<T> query) {
        try {
            return query.get();
        } catch (DataAccessResourceFailureException | TransientDataAccessException e) {
            throw new EventStoreUnavailableException("PostgreSQL did not answer", e);
        }
    }
}
