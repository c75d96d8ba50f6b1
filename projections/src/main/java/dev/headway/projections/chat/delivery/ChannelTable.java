package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.channels.ChatChannel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code chat_channel}: when a channel is next sent to, and whether it wants anything. */
@Component
public class ChannelTable {

    private final JdbcClient database;

    public ChannelTable(JdbcClient database) {
        this.database = database;
    }

    /** Whether a channel was disabled, when and why, and who enabled it last. */
    record State(
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause,
            @Nullable String enabledBy) {

        static final State NEW = new State(null, null, null);
    }

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

    State stateOf(ChatChannel channel) {
        return database.sql(
                        """
                        select disabled_at, disabled_because, enabled_by
                        from   chat_channel
                        where  channel = :channel
                        """)
                .param("channel", channel.name())
                .query(
                        (row, _) ->
                                new State(
                                        Optional.ofNullable(row.getTimestamp("disabled_at"))
                                                .map(Timestamp::toInstant)
                                                .orElse(null),
                                        row.getString("disabled_because"),
                                        row.getString("enabled_by")))
                .optional()
                .orElse(State.NEW);
    }

    /** Whether it may be sent to; locked for the rest of the transaction if so. */
    boolean lockIfFree(ChatChannel channel, Instant now) {
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

    /** Only one that is disabled; any other stays as it is. */
    void enable(String channel, String by) {
        database.sql(
                        """
                        update chat_channel
                        set    disabled_at      = null,
                               disabled_because = null,
                               enabled_by       = :by
                        where  channel = :channel
                        and    disabled_at is not null
                        """)
                .param("channel", channel)
                .param("by", by)
                .update();
    }

    /** Moves the mark, if it lies before {@code due}; without a mark it is only set. */
    public boolean claimWeek(ChatChannel channel, Instant due) {
        return database.sql(
                        """
                        with marked as (select channel, last_weekly_digest_at as was
                                        from   chat_channel
                                        where  channel = :channel
                                        and    (last_weekly_digest_at is null
                                                or last_weekly_digest_at < :due)
                                        for update skip locked)
                        update chat_channel c
                        set    last_weekly_digest_at = :due
                        from   marked
                        where  c.channel = marked.channel
                        returning marked.was is not null as is_due
                        """)
                .param("channel", channel.name())
                .param("due", Timestamp.from(due))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
