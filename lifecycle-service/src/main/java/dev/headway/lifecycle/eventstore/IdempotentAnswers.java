package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.KeyedRow;
import dev.headway.lifecycle.eventstore.StoredAnswer.Answer;
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
 * Table {@code idempotency}: the first answers to keyed requests. Answers of commands that append
 * are stored with their events (see {@link AppendContext}); the HTTP layer stores the others here,
 * and reads them all.
 */
public class IdempotentAnswers {

    private static final String FIND =
            """
            select fingerprint, status, response, position, recorded_at
            from   idempotency
            where  caller    = :caller
            and    operation = :operation
            and    key       = :key
            """;

    private static final String FORGET =
            """
            delete from idempotency
            where  recorded_at < :instant
            """;

    private final GroupAppender appender;
    private final JdbcClient jdbc;

    IdempotentAnswers(GroupAppender appender, DataSource database) {
        this.appender = appender;
        this.jdbc = JdbcClient.create(database);
    }

    /** The answer this request has got before. */
    public Optional<StoredAnswer> find(IdempotencyKey key) {
        return EventStoreUnavailableException.translating(
                () ->
                        jdbc.sql(FIND)
                                .param("caller", key.caller())
                                .param("operation", key.operation())
                                .param("key", key.key())
                                .query(IdempotentAnswers::answer)
                                .optional());
    }

    /**
     * Stores the answer to a request that appended nothing.
     *
     * @return the log's position at that moment
     * @throws KeyTakenException when there is an answer under this key already; give that one
     * @throws EventStoreUnavailableException when it was not stored
     * @throws UnknownOutcomeException when nobody knows
     */
    public long store(IdempotencyKey key, String fingerprint, Answer answer) {
        return appender.append(List.of(), new KeyedRow(key, fingerprint, answer));
    }

    /**
     * Forgets what was stored before {@code instant}.
     *
     * @return how many answers that were
     */
    public int forgetBefore(Instant instant) {
        return jdbc.sql(FORGET)
                .param("instant", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .update();
    }

    private static StoredAnswer answer(ResultSet row, int rowNumber) throws SQLException {
        return new StoredAnswer(
                row.getString("fingerprint"),
                new Answer(row.getInt("status"), row.getBytes("response")),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
