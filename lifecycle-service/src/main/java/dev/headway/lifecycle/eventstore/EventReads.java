package dev.headway.lifecycle.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The questions asked of table {@code event}. Everything comes in pages found by an index, each a
 * statement of its own, so memory is bounded and no connection waits for a slow reader.
 */
final class EventReads {

    private static final String PAGE_OF_STREAM =
            "select "
                    + StoredEvent.COLUMNS
                    + """
                    from   event
                    where  stream   = :stream
                    and    version >= :version
                    order by version
                    limit  :limit
                    """;

    private static final String PAGE_OF_LOG =
            "select "
                    + StoredEvent.COLUMNS
                    + """
                    from   event
                    where  position > :position
                    order by position
                    limit  :limit
                    """;

    private static final String LAST_VERSION =
            """
            select max(version)
            from   event
            where  stream = :stream
            """;

    static final String HEAD =
            """
            select coalesce(max(position), 0)
            from   event
            """;

    private static final String BEFORE =
            """
            select coalesce(min(position) - 1, (select max(position) from event), 0)
            from   event
            where  recorded_at >= :instant
            """;

    private final JdbcClient jdbc;

    EventReads(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Events of a stream from a version on, at most {@code limit}. */
    List<StoredEvent> ofStream(String stream, long fromVersion, int limit) {
        return asked(
                () ->
                        jdbc.sql(PAGE_OF_STREAM)
                                .param("stream", stream)
                                .param("version", fromVersion)
                                .param("limit", limit)
                                .query(StoredEvent::of)
                                .list());
    }

    /** Events after a position, at most {@code limit}. */
    List<StoredEvent> after(long position, int limit) {
        return asked(
                () ->
                        jdbc.sql(PAGE_OF_LOG)
                                .param("position", position)
                                .param("limit", limit)
                                .query(StoredEvent::of)
                                .list());
    }

    Optional<Long> lastVersion(String stream) {
        return asked(
                () -> jdbc.sql(LAST_VERSION).param("stream", stream).query(Long.class).optional());
    }

    /** The position of the newest event, 0 when there is none. */
    long head() {
        return asked(() -> jdbc.sql(HEAD).query(Long.class).single());
    }

    /** The last position before the first event that was recorded at {@code instant} or later. */
    long before(Instant instant) {
        return asked(
                () ->
                        jdbc.sql(BEFORE)
                                .param("instant", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                                .query(Long.class)
                                .single());
    }

    /** Asks, and tells a PostgreSQL that is away from a bug. */
    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessResourceFailureException | TransientDataAccessException e) {
            throw new EventStoreUnavailableException("PostgreSQL did not answer", e);
        }
    }
}
