package dev.headway.lifecycle.webhooks.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a webhook is.
 *
 * @param version of its stream, when it was last looked at
 * @param run the version by which it was sent to a position, as {@link WebhookState#run}
 * @param revision the version that chose what is under way
 * @param position up to which it has taken everything
 * @param sendingTo up to which the request reaches that is under way, or was; null without one
 * @param attempt of all there were
 * @param leasedUntil until when whoever sends is given to note how it ended; null when nobody does
 * @param failures how many there were in a row
 */
public record Progress(
        String webhookId,
        long version,
        long run,
        long revision,
        long position,
        @Nullable Long sendingTo,
        long attempt,
        @Nullable Instant leasedUntil,
        int failures,
        @Nullable Instant failingSince,
        Instant nextAttemptAt,
        @Nullable String lastFailure,
        @Nullable Instant lastFailureAt,
        @Nullable Instant lastDeliveredAt) {

    static Progress of(ResultSet row, int number) throws SQLException {
        return new Progress(
                row.getString("webhook_id"),
                row.getLong("version"),
                row.getLong("run"),
                row.getLong("revision"),
                row.getLong("position"),
                row.getObject("sending_to", Long.class),
                row.getLong("attempt"),
                instant(row, "leased_until"),
                row.getInt("failures"),
                instant(row, "failing_since"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getString("last_failure"),
                instant(row, "last_failure_at"),
                instant(row, "last_delivered_at"));
    }

    /** Where it is by what its events say: one that was sent to a position is there. */
    public long positionIn(WebhookState state) {
        return run == state.run() ? position : state.after();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
