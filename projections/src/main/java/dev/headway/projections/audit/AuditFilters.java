package dev.headway.projections.audit;

import dev.headway.projections.querying.Conditions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the entries are narrowed to; null, in any of them, is no narrowing.
 *
 * @param from the first instant that counts
 * @param to the first one that no longer does
 * @param time which of the two times they are about, {@code recorded} or {@code effective}
 */
record AuditFilters(
        @Nullable String partnership,
        @Nullable String actor,
        String @Nullable [] kinds,
        @Nullable Instant from,
        @Nullable Instant to,
        String time) {

    static AuditFilters partnership(String id) {
        return new AuditFilters(id, null, null, null, null, "recorded");
    }

    /** The column of the time they are about. */
    String column() {
        return time.equals("effective") ? "effective_at" : "recorded_at";
    }

    /** As conditions on {@code audit_entry entry}, after a position. */
    Conditions conditions(long after) {
        return new Conditions()
                .and("entry.position > :after", "after", after)
                .and("entry.partnership_id = :partnership", "partnership", partnership)
                .and("entry.actor = :actor", "actor", actor)
                .and("entry.kind = any(:kinds)", "kinds", kinds)
                .and("entry." + column() + " >= :from", "from", utc(from))
                .and("entry." + column() + " <  :to", "to", utc(to));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
