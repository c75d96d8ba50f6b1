package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.channels.ChatChannels;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an admin can do about messages that were given up, and about channels that were. */
@Component
public class Redelivery {

    private final JdbcClient database;
    private final ChatChannels channels;
    private final Clock clock;

    public Redelivery(JdbcClient database, ChatChannels channels, Clock clock) {
        this.database = database;
        this.channels = channels;
        this.clock = clock;
    }

    /** What came of asking for a message to be sent again. */
    public enum Resent {
        QUEUED,
        UNKNOWN,
        /** It was delivered, or is still being tried. */
        NOT_DEAD,
        CHANNEL_DISABLED,
        CHANNEL_REMOVED
    }

    /** Has a dead letter tried for three days again, under its own id and in its own words. */
    @Transactional
    public Resent resend(UUID delivery, String by) {
        var now = clock.instant();
        var found =
                database.sql(
                                """
                                select d.channel, d.status, c.disabled_at is not null as disabled
                                from   delivery d
                                       left join chat_channel c using (channel)
                                where  d.delivery_id = :delivery
                                for update of d
                                """)
                        .param("delivery", delivery)
                        .query(
                                (row, _) ->
                                        judge(
                                                row.getString("channel"),
                                                row.getString("status"),
                                                row.getBoolean("disabled")))
                        .optional()
                        .orElse(Resent.UNKNOWN);
        if (found == Resent.QUEUED) {
            database.sql(
                            """
                            update delivery
                            set    status          = 'PENDING',
                                   next_attempt_at = :now,
                                   retry_until     = :until,
                                   ended_at        = null,
                                   resent_by       = :by,
                                   resent_at       = :now
                            where  delivery_id = :delivery
                            """)
                    .param("delivery", delivery)
                    .param("by", by)
                    .param("now", Timestamp.from(now))
                    .param("until", Timestamp.from(now.plus(DeliverySender.WORTH_TRYING_FOR)))
                    .update();
        }
        return found;
    }

    /**
     * Lets a channel be told again that answered 410; a configured one that did not, stays as it
     * is.
     *
     * @return whether there is such a channel
     */
    public boolean enable(String channel, String by) {
        if (!channels.has(channel)) {
            return false;
        }
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
        return true;
    }

    private Resent judge(String channel, String status, boolean isDisabled) {
        if (!status.equals("DEAD")) {
            return Resent.NOT_DEAD;
        }
        if (!channels.has(channel)) {
            return Resent.CHANNEL_REMOVED;
        }
        return isDisabled ? Resent.CHANNEL_DISABLED : Resent.QUEUED;
    }
}
