package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.delivery.WhichDeliveriesAreThere.Attempt;
import dev.headway.projections.chat.delivery.WhichDeliveriesAreThere.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code delivery} as it is answered. */
final class DeliveryRow {

    private DeliveryRow() {}

    static Delivery delivery(ResultSet row, @Nullable List<Attempt> log) throws SQLException {
        var status = row.getString("status");
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                row.getString("channel"),
                status,
                List.of((UUID[]) row.getArray("alert_ids").getArray()),
                row.getInt("attempts"),
                row.getTimestamp("composed_at").toInstant(),
                status.equals(DeliveryStatus.PENDING.name())
                        ? instant(row.getTimestamp("next_attempt_at"))
                        : null,
                instant(row.getTimestamp("ended_at")),
                row.getString("last_error"),
                row.getString("resent_by"),
                instant(row.getTimestamp("resent_at")),
                log);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
