package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.tracing.Traces;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes on, in a call to chat, with the trace of what its message is about: of the event from which
 * an alert in it counts. That may have been recorded months ago.
 */
record DeliveryTraces(Traces traces, JdbcClient database, AlertSource alerts) {

    /** A try to deliver; to be closed when it has ended. */
    Traces.Part begin(ChatChannel channel, DeliveryLease lease) {
        if (!traces.isOn()) {
            return Traces.Part.NONE;
        }
        return traces.continued(
                        "deliver to " + channel.kind().inWords(),
                        alerts.traceparent(alertsOf(lease.deliveryId())).orElse(null))
                .with("delivery", lease.deliveryId().toString())
                .with("attempt", Integer.toString(lease.attempt()));
    }

    private List<UUID> alertsOf(UUID delivery) {
        return List.copyOf(
                database.sql(
                                """
                                select unnest(alert_ids)
                                from   delivery
                                where  delivery_id = :delivery
                                """)
                        .param("delivery", delivery)
                        .query(UUID.class)
                        .list());
    }
}
