package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.Message;
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

    /** Whether something has waited for the end of an import. */
    boolean isAnyAfterImport(ChatChannel channel) {
        return database.sql(
                        """
                        select exists (select
                                       from   chat_outbox
                                       where  channel = :channel
                                       and    after_import)
                        """)
                .param("channel", channel.name())
                .query(Boolean.class)
                .single();
    }

    /** One node composes at a time, so that a burst is not torn apart; call it in a transaction. */
    boolean tryLock(ChatChannel channel) {
        return database.sql("select try_turn(hashtextextended(:lock, 0))")
                .param("lock", "headway.chat.compose/" + channel.name())
                .query(Boolean.class)
                .single();
    }

    /** Takes out all that may be told now. */
    List<OutboxEntry> drain(ChatChannel channel, Instant now) {
        return database.sql(
                        """
                        delete from chat_outbox
                        where  channel = :channel
                        and    coalesce(not_before, queued_at) <= :now
                        returning alert_id, occasion, not_before is not null as is_held, after_import
                        """)
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new OutboxEntry(
                                        row.getObject("alert_id", UUID.class),
                                        Occasion.valueOf(row.getString("occasion")),
                                        row.getBoolean("is_held"),
                                        row.getBoolean("after_import")))
                .list();
    }

    /** Takes out what was still to be said of alerts that a channel is told of now. */
    void discard(ChatChannel channel, Collection<UUID> told) {
        database.sql(
                        """
                        delete from chat_outbox
                        where  channel  = :channel
                        and    alert_id = any(:alerts)
                        """)
                .param("channel", channel.name())
                .param("alerts", told.toArray(UUID[]::new))
                .update();
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

    /**
     * Puts alerts in for each of the channels.
     *
     * @param isAfterImport whether they wait for the end of an import
     */
    void add(
            Collection<UUID> alerts,
            Occasion occasion,
            String[] channels,
            Instant now,
            boolean isAfterImport) {
        database.sql(
                        """
                        insert into chat_outbox
                               (channel, alert_id, occasion, queued_at, after_import)
                        select channel, alert_id, :occasion, :now, :afterImport
                        from   unnest(:alerts)   as alert_id,
                               unnest(:channels) as channel
                        """)
                .param("now", Timestamp.from(now))
                .param("occasion", occasion.name())
                .param("alerts", alerts.toArray(UUID[]::new))
                .param("channels", channels)
                .param("afterImport", isAfterImport)
                .update();
    }

    /** Puts back what a message said that is not going to be sent as it is. */
    void putBack(ChatChannel channel, Message message, Instant now) {
        database.sql(
                        """
                        insert into chat_outbox
                               (channel, alert_id, occasion, queued_at, after_import)
                        select :channel, alert_id, occasion, :now, :isDigest
                        from   unnest(:alerts, :occasions) as said (alert_id, occasion)
                        """)
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .param("alerts", message.alerts().toArray(UUID[]::new))
                .param(
                        "occasions",
                        message.occasions().stream().map(Occasion::name).toArray(String[]::new))
                .param("isDigest", message.alerts().size() > 1)
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
