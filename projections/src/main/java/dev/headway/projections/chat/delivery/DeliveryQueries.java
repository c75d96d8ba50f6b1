package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.delivery.WhichDeliveriesAreThere.Attempt;
import dev.headway.projections.chat.delivery.WhichDeliveriesAreThere.Delivery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deliveries and their attempts for questions. */
@Component
class DeliveryQueries {

    private final JdbcClient database;

    DeliveryQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param after composed at, and id, of the delivery before the first
     */
    List<Delivery> newest(
            String @Nullable [] statuses,
            @Nullable String channel,
            @Nullable UUID alert,
            @Nullable List<String> after,
            int limit) {
        return database.sql(
                        """
                        select   *
                        from     delivery
                        where    (cast(:statuses as text[])      is null or status  = any(:statuses))
                        and      (cast(:channel as text)         is null or channel = :channel)
                        and      (cast(:alert as uuid)           is null
                                  or alert_ids @> array[cast(:alert as uuid)])
                        and      (cast(:composed as timestamptz) is null
                                  or (composed_at, delivery_id)
                                     < (cast(:composed as timestamptz), cast(:delivery as uuid)))
                        order by composed_at desc, delivery_id desc
                        limit    :limit
                        """)
                .param("statuses", statuses)
                .param("channel", channel)
                .param("alert", alert)
                .param("composed", after == null ? null : after.get(0))
                .param("delivery", after == null ? null : after.get(1))
                .param("limit", limit)
                .query((row, _) -> DeliveryRow.delivery(row, null))
                .list();
    }

    Optional<Delivery> withAttempts(UUID id) {
        return database.sql("select * from delivery where delivery_id = :id")
                .param("id", id)
                .query((row, _) -> DeliveryRow.delivery(row, attempts(id)))
                .optional();
    }

    /** How many messages wait for a channel, and how many were given up. */
    record Counts(long pending, long dead) {}

    Counts countsOf(String channel) {
        return database.sql(
                        """
                        select (select count(*)
                                from   delivery
                                where  channel = :channel
                                and    status in ('PENDING', 'SENDING')) as pending,
                               (select count(*)
                                from   delivery
                                where  channel = :channel
                                and    status  = 'DEAD') as dead
                        """)
                .param("channel", channel)
                .query(new DataClassRowMapper<>(Counts.class))
                .single();
    }

    private List<Attempt> attempts(UUID id) {
        return database.sql(
                        """
                        select   attempt, started_at, ended_at, outcome, status_code, error
                        from     delivery_attempt
                        where    delivery_id = :id
                        order by attempt
                        """)
                .param("id", id)
                .query(new DataClassRowMapper<>(Attempt.class))
                .list();
    }
}
