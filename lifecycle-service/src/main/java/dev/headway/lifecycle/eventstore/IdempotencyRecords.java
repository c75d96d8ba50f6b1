package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.IdempotencyRow;
import dev.headway.projections.log.EventStoreUnavailableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table {@code idempotency}: the first responses to keyed requests. Those of commands that append
 * are stored with their events (see {@link AppendContext}); whoever dispatches commands stores the
 * others here, and reads them all.
 */
public class IdempotencyRecords {

    private static final String FIND =
            """
            select fingerprint, status, response, position, recorded_at
            from   idempotency
            where  caller    = :caller
            and    operation = :operation
            and    key       = :key
            """;

    private static final String DELETE =
            """
            delete from idempotency
            where  (caller, operation, key) in (select caller, operation, key
                                                from   idempotency
                                                where  recorded_at < :instant
                                                order  by recorded_at
                                                limit  :most)
            """;

    /** As many as go in the blink of an eye, so that no lock and no pause is long. */
    private static final int BATCH_SIZE = 5_000;

    private final GroupAppender appender;
    private final JdbcClient jdbc;

    IdempotencyRecords(GroupAppender appender, DataSource database) {
        this.appender = appender;
        this.jdbc = JdbcClient.create(database);
    }

    /** The response this request has got before. */
    public Optional<IdempotencyRecord> find(IdempotencyKey key) {
        return EventStoreUnavailableException.translating(
                () ->
                        jdbc.sql(FIND)
                                .param("caller", key.caller())
                                .param("operation", key.operation())
                                .param("key", key.key())
                                .query(IdempotencyRecords::read)
                                .optional());
    }

    /**
     * Stores the response to a request that appended nothing.
     *
     * @return the log's position at that moment
     * @throws IdempotencyKeyTakenException when there is a response under this key already; give
     *     that one
     * @throws EventStoreUnavailableException when it was not stored
     * @throws UnknownOutcomeException when nobody knows
     */
    public long store(IdempotencyKey key, String fingerprint, StoredResponse response) {
        return appender.append(List.of(), new IdempotencyRow(key, fingerprint, response));
    }

    /**
     * Forgets what was stored before {@code instant}, a batch at a time, each in a transaction of
     * its own.
     *
     * @return how many responses that were
     */
    public int deleteBefore(Instant instant) {
        var deleted = 0;
        var batch = BATCH_SIZE;
        while (batch == BATCH_SIZE) {
            batch = deleteBatchBefore(instant);
            deleted += batch;
        }
        return deleted;
    }

    int deleteBatchBefore(Instant instant) {
        return jdbc.sql(DELETE)
                .param("instant", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .param("most", BATCH_SIZE)
                .update();
    }

    private static IdempotencyRecord read(ResultSet row, int rowNumber) throws SQLException {
        return new IdempotencyRecord(
                row.getString("fingerprint"),
                new StoredResponse(row.getInt("status"), row.getBytes("response")),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
