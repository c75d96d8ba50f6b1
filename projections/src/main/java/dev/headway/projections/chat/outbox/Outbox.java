package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.channels.ChatChannel;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code chat_outbox}: alerts that wait to become messages. */
@Component
public class Outbox {

    private static final int BATCH_SIZE = 5_000;

    private final JdbcClient database;

    public Outbox(JdbcClient database) {
        this.database = database;
    }

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
    boolean tryLock(ChatChannel channel) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", "headway.chat.compose/" + channel.name())
                .query(Boolean.class)
                .single();
    }

    /** Takes out all that may be told now. */
    List<OutboxEntry> drain(ChatChannel channel, Instant now) {
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
                .param("most", BATCH_SIZE)
                .query(
                        (row, _) ->
                                new OutboxEntry(
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

    /** Puts alerts in for each of the channels. */
    void add(Collection<UUID> alerts, Occasion occasion, String[] channels, Instant now) {
        database.sql(
                        """
                        insert into chat_outbox (channel, alert_id, occasion, queued_at)
                        select channel, alert_id, :occasion, :now
                        from   unnest(:alerts)   as alert_id,
                               unnest(:channels) as channel
                        """)
                .param("now", Timestamp.from(now))
                .param("occasion", occasion.name())
                .param("alerts", alerts.toArray(UUID[]::new))
                .param("channels", channels)
                .update();
    }

    /**
     * Drops what waits for channels that are no longer configured.
     *
     * @return the channel of each alert that was dropped
     */
    public List<String> discardForRemovedChannels(
            Collection<String> configured, Instant queuedBefore) {
        return database.sql(
                        """
                        delete from chat_outbox
                        where  queued_at < :untried
                        and    channel <> all(:names)
                        returning channel
                        """)
                .param("untried", Timestamp.from(queuedBefore))
                .param("names", configured.toArray(String[]::new))
                .query((row, _) -> row.getString("channel"))
                .list();
    }
}
