package dev.headway.projections.chat.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a redelivery reads and writes of table {@code delivery}. */
@Component
public class RedeliveryTable {

    private final JdbcClient database;

    public RedeliveryTable(JdbcClient database) {
        this.database = database;
    }

    /** A delivery nobody else changes until the transaction ends. */
    record Locked(String channel, DeliveryStatus status, boolean isChannelDisabled) {}

    Optional<Locked> lock(UUID delivery) {
        return database.sql(
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
                                new Locked(
                                        row.getString("channel"),
                                        DeliveryStatus.valueOf(row.getString("status")),
                                        row.getBoolean("disabled")))
                .optional();
    }

    void resend(UUID delivery, String by, Instant now) {
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
                .param("until", Timestamp.from(now.plus(Deliveries.RETRY_WINDOW)))
                .update();
    }
}
