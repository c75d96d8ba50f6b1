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
                    %s
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
                    %s
                    order by stream, version
                    """;

    private static final String PAGE_OF_LOG =
            "select "
                    + StoredEvent.COLUMNS
                    + """
                    from   event
                    where  position > :position
                    %s
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
                    %s
                    order by position
                    limit  :limit
                    """;

    private static final String LAST_VERSION =
            """
            select max(version)
            from   event
            where  stream = :stream
            %s
            """;

    private static final String BEFORE =
            """
            select coalesce(min(position) - 1, (%2$s), 0)
            from   event
            where  recorded_at >= :instant
            %1$s
            """;

    private final JdbcClient jdbc;
    private final String pageOfStream;
    private final String shortStreams;
    private final String pageOfLog;
    private final String bytes;
    private final String lastVersion;
    private final String before;
    private final String head;

    /** Reads whatever is in the table. */
    public EventReads(DataSource database) {
        this(database, ReadableEvents.ALL);
    }

    /** Reads what may be read of the table. */
    public EventReads(DataSource database, ReadableEvents readable) {
        this.jdbc = JdbcClient.create(database);
        this.pageOfStream = readable.of(PAGE_OF_STREAM);
        this.shortStreams = readable.of(SHORT_STREAMS);
        this.pageOfLog = readable.of(PAGE_OF_LOG);
        this.bytes = readable.of(BYTES);
        this.lastVersion = readable.of(LAST_VERSION);
        this.before = readable.of(BEFORE);
        this.head = readable.head();
    }

    /** Events of a stream from a version on, at most {@code limit}. */
    public List<StoredEvent> ofStream(String stream, long fromVersion, int limit) {
        return translating(
                () ->
                        jdbc.sql(pageOfStream)
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
                        jdbc.sql(shortStreams)
                                .param("streams", streams.toArray(String[]::new))
                                .query(StoredEvent::of)
                                .list());
    }

    /** Events after a position, at most {@code limit}. */
    public List<StoredEvent> after(long position, int limit) {
        return translating(
                () ->
                        jdbc.sql(pageOfLog)
                                .param("position", position)
                                .param("limit", limit)
                                .query(StoredEvent::of)
                                .list());
    }

    /** Events after a position and up to another, as they are stored; at most {@code limit}. */
    public List<EventBytes> bytes(long after, long upTo, int limit) {
        return translating(
                () ->
                        jdbc.sql(bytes)
                                .param("after", after)
                                .param("upTo", upTo)
                                .param("limit", limit)
                                .query(EventBytes::of)
                                .list());
    }

    /** The version of a stream; empty when it has no event. */
    public Optional<Long> lastVersion(String stream) {
        return translating(
                () -> jdbc.sql(lastVersion).param("stream", stream).query(Long.class).optional());
    }

    /** The position of the newest event, 0 when there is none. */
    public long head() {
        return translating(() -> jdbc.sql(head).query(Long.class).single());
    }

    /** The last position before the first event that was recorded at {@code instant} or later. */
    public long before(Instant instant) {
        return translating(
                () ->
                        jdbc.sql(before)
                                .param("instant", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                                .query(Long.class)
                                .single());
    }
}
