package dev.headway.projections.chat.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages told of an alert, and what became of them. */
@Component
public class DeliveriesByAlert {

    private final JdbcClient database;

    public DeliveriesByAlert(JdbcClient database) {
        this.database = database;
    }

    /**
     * One message.
     *
     * @param status {@code PENDING SENDING DELIVERED} or {@code DEAD}
     * @param deliveredAt null until it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(
            UUID id,
            String channel,
            String status,
            int attempts,
            @Nullable Instant deliveredAt,
            @Nullable String lastError) {}

    /**
     * By alert, the oldest first; alerts nobody was told of are left out. Looked up one by one: a
     * message may tell of a hundred thousand others.
     */
    public Map<UUID, List<Delivery>> of(Collection<UUID> alerts) {
        var deliveries = new HashMap<UUID, List<Delivery>>();
        database.sql(
                        """
                        select   *
                        from     deliveries_of(:alerts)
                        order by composed_at, delivery_id
                        """)
                .param("alerts", alerts.toArray(UUID[]::new))
                .query(
                        row -> {
                            var deliveredAt = row.getTimestamp("delivered_at");
                            deliveries
                                    .computeIfAbsent(
                                            row.getObject("alert_id", UUID.class),
                                            _ -> new ArrayList<>())
                                    .add(
                                            new Delivery(
                                                    row.getObject("delivery_id", UUID.class),
                                                    row.getString("channel"),
                                                    row.getString("status"),
                                                    row.getInt("attempts"),
                                                    deliveredAt == null
                                                            ? null
                                                            : deliveredAt.toInstant(),
                                                    row.getString("last_error")));
                        });
        return deliveries;
    }
}
