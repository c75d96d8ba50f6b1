package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.webhooks.WebhookClient;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code delivery} on its way: stored, claimed by one sender, and what came of it. What
 * ended, or never will by itself, is in {@link DeadLetters}.
 */
@Component
public class Deliveries {

    /** From when it was composed, or was wanted again, to when it becomes a dead letter. */
    static final Duration RETRY_WINDOW = Duration.ofDays(3);

    /**
     * Longer than any try takes: whoever has not ended it by then has died. A third of it is left
     * for the request.
     */
    private final Duration lease;

    private final JdbcClient database;
    private final ChannelTable channels;
    private final DeliveryAttempts attempts;

    @Autowired
    public Deliveries(JdbcClient database) {
        this(database, WebhookClient.TOTAL_TIMEOUT.multipliedBy(3));
    }

    public Deliveries(JdbcClient database, Duration lease) {
        this.database = database;
        this.channels = new ChannelTable(database);
        this.attempts = new DeliveryAttempts(database);
        this.lease = lease;
    }

    /** Messages that were just composed; their first try is due at once. */
    public void store(ChatChannel channel, Collection<Message> messages, Instant now) {
        messages.forEach(message -> store(channel, message, now));
    }

    private void store(ChatChannel channel, Message message, Instant now) {
        database.sql(
                        """
                        insert into delivery
                               (delivery_id, channel, alert_ids, occasions, payload, status,
                                attempts, composed_at, next_attempt_at, retry_until)
                        values (:delivery, :channel, :alerts, :occasions, :payload, 'PENDING',
                                0, :now, :now, :until)
                        """)
                .param("delivery", message.deliveryId())
                .param("channel", channel.name())
                .param("alerts", message.alerts().toArray(UUID[]::new))
                .param(
                        "occasions",
                        message.occasions().stream().map(Occasion::name).toArray(String[]::new))
                .param("payload", message.payload())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(RETRY_WINDOW)))
                .update();
    }

    /**
     * Takes back messages about alerts that nobody has tried to send: what they say may be over by
     * the time they could be.
     */
    public List<Message> takeBack(ChatChannel channel) {
        return database.sql(
                        """
                        delete from delivery
                        where  channel    = :channel
                        and    status     = 'PENDING'
                        and    attempts   = 0
                        and    occasions <> '{}'
                        returning delivery_id, alert_ids, occasions, payload
                        """)
                .param("channel", channel.name())
                .query(
                        (row, _) ->
                                new Message(
                                        row.getObject("delivery_id", UUID.class),
                                        List.of((UUID[]) row.getArray("alert_ids").getArray()),
                                        Stream.of((String[]) row.getArray("occasions").getArray())
                                                .map(Occasion::valueOf)
                                                .toList(),
                                        row.getString("payload")))
                .list();
    }

    /** The next delivery whose time has come, if the channel is free; call it in a transaction. */
    public Optional<DeliveryLease> claim(ChatChannel channel, Instant now) {
        if (!channels.lockIfFree(channel, now)) {
            return Optional.empty();
        }
        var lease = claimNext(channel, now);
        lease.ifPresent(
                claimed -> {
                    attempts.begin(claimed, now);
                    channels.pause(channel, now.plus(channel.pace()));
                });
        return lease;
    }

    void recordOutcome(
            DeliveryLease lease,
            DeliveryStatus status,
            @Nullable String error,
            Instant next,
            Instant now) {
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
                .param("delivery", lease.deliveryId())
                .param("attempt", lease.attempt())
                .param("status", status.name())
                .param("error", error)
                .param("next", Timestamp.from(next))
                .param("now", Timestamp.from(now))
                .update();
    }

    private Optional<DeliveryLease> claimNext(ChatChannel channel, Instant now) {
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
                                new DeliveryLease(
                                        row.getObject("delivery_id", UUID.class),
                                        row.getInt("attempts"),
                                        row.getString("payload"),
                                        now.plus(lease.multipliedBy(2).dividedBy(3)),
                                        row.getTimestamp("retry_until").toInstant(),
                                        row.getString("was").equals(DeliveryStatus.SENDING.name())))
                .optional();
    }
}
