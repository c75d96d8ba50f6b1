package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.webhooks.DeliveryOutcome;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes table {@code delivery_attempt}: every try, and how it ended. */
record DeliveryAttempts(JdbcClient database) {

    /** Logged before it is made; one before it that nobody ended stays unknown. */
    void begin(DeliveryLease lease, Instant now) {
        database.sql(
                        """
                        with unended as (update delivery_attempt
                                         set    outcome = 'UNKNOWN'
                                         where  delivery_id = :delivery
                                         and    outcome is null)
                        insert into delivery_attempt (delivery_id, attempt, started_at)
                        values (:delivery, :attempt, :now)
                        """)
                .param("delivery", lease.deliveryId())
                .param("attempt", lease.attempt())
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(DeliveryLease lease, DeliveryOutcome outcome, Instant now) {
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
                .param("delivery", lease.deliveryId())
                .param("attempt", lease.attempt())
                .param("outcome", outcome.kind().name())
                .param("statusCode", outcome.statusCode())
                .param("error", outcome.error())
                .param("now", Timestamp.from(now))
                .update();
    }
}
