package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.outbox.MessageComposer.Message;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of gathering: what waits to be told, and the messages it becomes. */
@Component
public class Outbox {

    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient database;

    public Outbox(JdbcClient database) {
        this.database = database;
    }

    /** An alert that waits; {@code isHeld} when it has waited for another day. */
    record Entry(UUID alertId, Occasion occasion, boolean isHeld) {}

    /** Whether something has waited for so long, and is not held back. */
    boolean isAnyOlderThan(ChatChannel channel, Duration age, Instant now) {
        return database.sql(
                        """
                        select exists (select
                                       from   chat_outbox
                                       where  channel    = :channel
                                       and    queued_at <= :gathered
                                       and    coalesce(not_before, queued_at) <= :now)
                        """)
                .param("channel", channel.name())
                .param("gathered", Timestamp.from(now.minus(age)))
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** One node composes at a time, so that a burst is not torn apart; call it in a transaction. */
    boolean isOursToCompose(ChatChannel channel) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", "headway.chat.compose/" + channel.name())
                .query(Boolean.class)
                .single();
    }

    /** Takes out all that may be told now. */
    List<Entry> take(ChatChannel channel, Instant now) {
        return database.sql(
                        """
                        delete from chat_outbox
                        where  entry_id in (select entry_id
                                            from   chat_outbox
                                            where  channel = :channel
                                            and    coalesce(not_before, queued_at) <= :now
                                            order by entry_id
                                            limit  :most)
                        returning alert_id, occasion, not_before is not null as is_held
                        """)
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .param("most", MOST_AT_ONCE)
                .query(
                        (row, _) ->
                                new Entry(
                                        row.getObject("alert_id", UUID.class),
                                        Occasion.valueOf(row.getString("occasion")),
                                        row.getBoolean("is_held")))
                .list();
    }

    /** Puts alerts back until another time. */
    void hold(ChatChannel channel, Map<UUID, Occasion> alerts, Instant until, Instant now) {
        alerts.forEach(
                (alert, occasion) ->
                        database.sql(
                                        """
                                        insert into chat_outbox
                                               (channel, alert_id, occasion, queued_at, not_before)
                                        values (:channel, :alert, :occasion, :now, :until)
                                        """)
                                .param("channel", channel.name())
                                .param("alert", alert)
                                .param("occasion", occasion.name())
                                .param("now", Timestamp.from(now))
                                .param("until", Timestamp.from(until))
                                .update());
    }

    void store(ChatChannel channel, Collection<Message> messages, Instant now, Instant retryUntil) {
        messages.forEach(
                message ->
                        database.sql(
                                        """
                                        insert into delivery
                                               (delivery_id, channel, alert_ids, payload, status,
                                                attempts, composed_at, next_attempt_at,
                                                retry_until)
                                        values (:delivery, :channel, :alerts, :payload, 'PENDING',
                                                0, :now, :now, :until)
                                        """)
                                .param("delivery", message.deliveryId())
                                .param("channel", channel.name())
                                .param("alerts", message.alerts().toArray(UUID[]::new))
                                .param("payload", message.payload())
                                .param("now", Timestamp.from(now))
                                .param("until", Timestamp.from(retryUntil))
                                .update());
    }
}
