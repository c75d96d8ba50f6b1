package dev.headway.projections.watching.alerts;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.watching.tracking.AlertEventHandler;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes on an alert what people answered. Alerts outlive every rebuild, so an answer counts only
 * once: the alert remembers how many it has seen. One that is resolved stays so.
 */
@Component
public class AlertResponseProjection implements AlertEventHandler {

    private final JdbcClient database;

    public AlertResponseProjection(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void on(RecordedEvent recorded, AlertEvent event) {
        switch (event) {
            case AlertAcknowledged e -> answer(recorded, e, "ACKNOWLEDGED", e.note(), null);
            case AlertSnoozed e -> answer(recorded, e, "SNOOZED", e.reason(), e.until());
            case AlertDismissed e -> answer(recorded, e, "DISMISSED", e.reason(), null);
        }
    }

    private void answer(
            RecordedEvent recorded,
            AlertEvent event,
            String status,
            @Nullable String words,
            @Nullable Instant until) {
        database.sql(
                        """
                        update alert
                        set    version       = :version,
                               status        = case when resolved_at is null then :status
                                                    else status end,
                               owner         = coalesce(cast(:owner as text), owner),
                               acknowledged  = acknowledged or cast(:owner as text) is not null,
                               answered_by   = :by,
                               answered_at   = :at,
                               answer        = :words,
                               snoozed_until = case when resolved_at is null
                                                    then cast(:until as timestamptz) end,
                               next_check_at = case when resolved_at is null
                                                    then cast(:until as timestamptz) end
                        where  alert_id = :alert
                        and    version  < :version
                        """)
                .param("version", recorded.version())
                .param("status", status)
                .param("owner", event instanceof AlertAcknowledged e ? e.owner() : null)
                .param("by", recorded.provenance().actor())
                .param("at", Timestamp.from(recorded.recordedAt()))
                .param("words", words)
                .param("until", until == null ? null : Timestamp.from(until))
                .param("alert", UUID.fromString(event.alertId()))
                .update();
    }
}
