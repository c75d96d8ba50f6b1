package dev.headway.projections.chat;

import dev.headway.projections.chat.Composing.Message;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a burst of alerts gather for two seconds and turns it into messages, in one transaction. An
 * alert that is no longer open by then is not told.
 */
@Component
class Gathering {

    private static final Duration BURST = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient database;
    private final Clock clock;
    private final AlertsToTell alerts;
    private final Composing composing;
    private final TransactionTemplate transaction;

    Gathering(
            JdbcClient database,
            Clock clock,
            AlertsToTell alerts,
            Composing composing,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.clock = clock;
        this.alerts = alerts;
        this.composing = composing;
        this.transaction = new TransactionTemplate(transactions);
    }

    void gather(Channel channel) {
        var now = clock.instant();
        if (isBurstOver(channel, now)) {
            transaction.executeWithoutResult(_ -> compose(channel, now));
        }
    }

    private void compose(Channel channel, Instant now) {
        if (alerts.isQuietAt(now) || !isOursToCompose(channel)) {
            return;
        }
        var open = alerts.stillOpen(take(channel));
        if (!open.isEmpty()) {
            composing.messages(channel, open, now).forEach(each -> store(channel, each, now));
        }
    }

    private boolean isBurstOver(Channel channel, Instant now) {
        return database.sql(
                        """
                        select exists (select
                                       from   chat_outbox
                                       where  channel    = :channel
                                       and    queued_at <= :gathered)
                        """)
                .param("channel", channel.name())
                .param("gathered", Timestamp.from(now.minus(BURST)))
                .query(Boolean.class)
                .single();
    }

    /** One node composes at a time, so that a burst is not torn apart. */
    private boolean isOursToCompose(Channel channel) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", "headway.chat.compose/" + channel.name())
                .query(Boolean.class)
                .single();
    }

    private List<UUID> take(Channel channel) {
        return database.sql(
                        """
                        delete from chat_outbox
                        where  entry_id in (select entry_id
                                            from   chat_outbox
                                            where  channel = :channel
                                            order by entry_id
                                            limit  :most)
                        returning alert_id
                        """)
                .param("channel", channel.name())
                .param("most", MOST_AT_ONCE)
                .query((row, _) -> row.getObject("alert_id", UUID.class))
                .list();
    }

    private void store(Channel channel, Message message, Instant now) {
        database.sql(
                        """
                        insert into delivery
                               (delivery_id, channel, alert_ids, payload, status, attempts,
                                composed_at, next_attempt_at)
                        values (:delivery, :channel, :alerts, :payload, 'PENDING', 0, :now, :now)
                        """)
                .param("delivery", message.deliveryId())
                .param("channel", channel.name())
                .param("alerts", message.alerts().toArray(UUID[]::new))
                .param("payload", message.payload())
                .param("now", Timestamp.from(now))
                .update();
    }
}
