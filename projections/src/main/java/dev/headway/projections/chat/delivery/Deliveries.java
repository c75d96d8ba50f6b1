package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.webhooks.DeliveryOutcome;
import dev.headway.projections.chat.webhooks.WebhookClient;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of sending: who may send what and when, and how every try ended. */
@Component
public class Deliveries {

    /**
     * Longer than any try takes: whoever has not ended it by then has died. A third of it is left
     * for the request.
     */
    private final Duration lease;

    private final JdbcClient database;

    @Autowired
    public Deliveries(JdbcClient database) {
        this(database, WebhookClient.ALTOGETHER.multipliedBy(3));
    }

    public Deliveries(JdbcClient database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * A delivery that is ours to try.
     *
     * @param attempt its number, from 1
     * @param sendBy who has not begun to send by then leaves it to the next, so that nothing is
     *     under way when the claim lapses
     * @param retryUntil when it is given up
     * @param wasUncertain whether an earlier try began and nobody knows how it ended
     */
    record Claim(
            UUID deliveryId,
            int attempt,
            String payload,
            Instant sendBy,
            Instant retryUntil,
            boolean wasUncertain) {}

    public void register(ChatChannel channel, Instant now) {
        database.sql(
                        """
                        insert into chat_channel (channel, next_send_at)
                        values (:channel, :now)
                        on conflict (channel) do nothing
                        """)
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The next delivery whose time has come, if the channel is free; call it in a transaction. */
    public Optional<Claim> claim(ChatChannel channel, Instant now) {
        if (!isFree(channel, now)) {
            return Optional.empty();
        }
        var claim = claimNext(channel, now);
        claim.ifPresent(
                claimed -> {
                    log(claimed, now);
                    pause(channel, now.plus(channel.pace()));
                });
        return claim;
    }

    void ended(Claim claim, String status, @Nullable String error, Instant next, Instant now) {
        database.sql(
                        """
                        update delivery
                        set    status          = :status,
                               last_error      = :error,
                               next_attempt_at = :next,
                               ended_at        = case when :status <> 'PENDING'
                                                      then cast(:now as timestamptz) end
                        where  delivery_id     = :delivery
                        and    attempts        = :attempt
                        """)
                .param("delivery", claim.deliveryId())
                .param("attempt", claim.attempt())
                .param("status", status)
                .param("error", error)
                .param("next", Timestamp.from(next))
                .param("now", Timestamp.from(now))
                .update();
    }

    void log(Claim claim, DeliveryOutcome outcome, Instant now) {
        database.sql(
                        """
                        update delivery_attempt
                        set    outcome     = :outcome,
                               status_code = :statusCode,
                               error       = :error,
                               ended_at    = :now
                        where  delivery_id = :delivery
                        and    attempt     = :attempt
                        """)
                .param("delivery", claim.deliveryId())
                .param("attempt", claim.attempt())
                .param("outcome", outcome.kind().name())
                .param("statusCode", outcome.statusCode())
                .param("error", outcome.error())
                .param("now", Timestamp.from(now))
                .update();
    }

    void disable(ChatChannel channel, String because, Instant now) {
        database.sql(
                        """
                        update chat_channel
                        set    disabled_at      = :now,
                               disabled_because = :because
                        where  channel = :channel
                        """)
                .param("channel", channel.name())
                .param("because", because)
                .param("now", Timestamp.from(now))
                .update();
    }

    void pause(ChatChannel channel, Instant until) {
        database.sql(
                        """
                        update chat_channel
                        set    next_send_at = greatest(next_send_at, :until)
                        where  channel = :channel
                        """)
                .param("channel", channel.name())
                .param("until", Timestamp.from(until))
                .update();
    }

    private boolean isFree(ChatChannel channel, Instant now) {
        return database.sql(
                        """
                        select channel
                        from   chat_channel
                        where  channel       = :channel
                        and    next_send_at <= :now
                        and    disabled_at  is null
                        for update skip locked
                        """)
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getString("channel"))
                .optional()
                .isPresent();
    }

    private Optional<Claim> claimNext(ChatChannel channel, Instant now) {
        return database.sql(
                        """
                        with next as (select delivery_id, status as was
                                      from   delivery
                                      where  channel          = :channel
                                      and    status          in ('PENDING', 'SENDING')
                                      and    next_attempt_at <= :now
                                      order by next_attempt_at, delivery_id
                                      limit  1
                                      for update skip locked)
                        update delivery
                        set    status          = 'SENDING',
                               attempts        = attempts + 1,
                               next_attempt_at = :lapses
                        from   next
                        where  delivery.delivery_id = next.delivery_id
                        returning delivery.delivery_id, attempts, payload, retry_until, was
                        """)
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .param("lapses", Timestamp.from(now.plus(lease)))
                .query(
                        (row, _) ->
                                new Claim(
                                        row.getObject("delivery_id", UUID.class),
                                        row.getInt("attempts"),
                                        row.getString("payload"),
                                        now.plus(lease.multipliedBy(2).dividedBy(3)),
                                        row.getTimestamp("retry_until").toInstant(),
                                        row.getString("was").equals("SENDING")))
                .optional();
    }

    /** Logged before it is made; one before it that nobody ended stays unknown. */
    private void log(Claim claim, Instant now) {
        database.sql(
                        """
                        with unended as (update delivery_attempt
                                         set    outcome = 'UNKNOWN'
                                         where  delivery_id = :delivery
                                         and    outcome is null)
                        insert into delivery_attempt (delivery_id, attempt, started_at)
                        values (:delivery, :attempt, :now)
                        """)
                .param("delivery", claim.deliveryId())
                .param("attempt", claim.attempt())
                .param("now", Timestamp.from(now))
                .update();
    }
}
