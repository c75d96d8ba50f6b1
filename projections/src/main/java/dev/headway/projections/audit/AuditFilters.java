package dev.headway.projections.audit;

import java.time.Instant;
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
}
