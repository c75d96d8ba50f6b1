package dev.headway.projections.log;

import static dev.headway.projections.log.EventStoreUnavailableException.translating;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The questions asked of table {@code event}. Everything comes in pages found by an index, each a
 * statement of its own, so memory is bounded and no connection waits for a slow reader.
 */
public final class EventReads {

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

    private static final String SHORT_STREAMS =
            "select "
                    + StoredEvent.COLUMNS
                    + """
                    from   event
                    where  stream = any(:streams)
                    and    stream not in (select stream
                                          from   snapshot
                                          where  stream = any(:streams))
                    order by stream, version
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

    private static final String BYTES =
            "select "
                    + EventBytes.COLUMNS
                    + """
                    from   event
                    where  position >  :after
                    and    position <= :upTo
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

    public EventReads(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Events of a stream from a version on, at most {@code limit}. */
    public List<StoredEvent> ofStream(String stream, long fromVersion, int limit) {
        return translating(
                () ->
                        jdbc.sql(PAGE_OF_STREAM)
                                .param("stream", stream)
                                .param("version", fromVersion)
                                .param("limit", limit)
                                .query(StoredEvent::of)
                                .list());
    }

    /** All events of those of these streams that have no snapshot, stream after stream. */
    public List<StoredEvent> ofShortStreams(Collection<String> streams) {
        return translating(
                () ->
                        jdbc.sql(SHORT_STREAMS)
                                .param("streams", streams.toArray(String[]::new))
                                .query(StoredEvent::of)
                                .list());
    }

    /** Events after a position, at most {@code limit}. */
    public List<StoredEvent> after(long position, int limit) {
        return translating(
                () ->
                        jdbc.sql(PAGE_OF_LOG)
                                .param("position", position)
                                .param("limit", limit)
                                .query(StoredEvent::of)
                                .list());
    }

    /** Events after a position and up to another, as they are stored; at most {@code limit}. */
    public List<EventBytes> bytes(long after, long upTo, int limit) {
        return translating(
                () ->
                        jdbc.sql(BYTES)
                                .param("after", after)
                                .param("upTo", upTo)
                                .param("limit", limit)
                                .query(EventBytes::of)
                                .list());
    }

    /** The version of a stream; empty when it has no event. */
    public Optional<Long> lastVersion(String stream) {
        return translating(
                () -> jdbc.sql(LAST_VERSION).param("stream", stream).query(Long.class).optional());
    }

    /** The position of the newest event, 0 when there is none. */
    public long head() {
        return translating(() -> jdbc.sql(HEAD).query(Long.class).single());
    }

    /** The last position before the first event that was recorded at {@code instant} or later. */
    public long before(Instant instant) {
        return translating(
                () ->
                        jdbc.sql(BEFORE)
                                .param("instant", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                                .query(Long.class)
                                .single());
    }
}
