package dev.headway.projections.audit;

import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.QueryParameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The order in which a history is told, and where a page of it begins. What is recorded meanwhile
 * moves nothing that was there.
 *
 * @param byEffectiveTime in the order in which it happened, and not in that in which it was
 *     recorded
 * @param newestFirst the other way round
 */
record HistoryOrder(boolean byEffectiveTime, boolean newestFirst) {

    /** The order of the log. */
    static final HistoryOrder RECORDED = new HistoryOrder(false, false);

    /** As asked for by {@code time} and {@code order}. */
    static HistoryOrder of(QueryParameters asked) {
        var time = asked.oneOf("time", List.of("recorded", "effective"), "recorded");
        var order = asked.oneOf("order", List.of("asc", "desc"), "asc");
        return new HistoryOrder(time.equals("effective"), order.equals("desc"));
    }

    /** The place of an entry, as {@link #after} takes it. */
    String[] placeOf(AuditEntry entry) {
        var position = Long.toString(entry.position());
        return byEffectiveTime
                ? new String[] {position, entry.effectiveAt().toString()}
                : new String[] {position};
    }

    /** Only what comes after a place; everything where it is empty. */
    Conditions after(List<String> place, Conditions conditions) {
        if (place.isEmpty()) {
            return conditions;
        }
        conditions.with("position", Long.parseLong(place.getFirst()));
        return byEffectiveTime
                ? conditions
                        .and(
                                "(entry.effective_at, entry.position) %s (:at, :position)"
                                        .formatted(sign()))
                        .with("at", Instant.parse(place.getLast()).atOffset(ZoneOffset.UTC))
                : conditions.and("entry.position %s :position".formatted(sign()));
    }

    /** As an {@code order by} says it. */
    String sql() {
        var direction = newestFirst ? " desc" : "";
        return (byEffectiveTime ? "entry.effective_at" + direction + ", " : "")
                + "entry.position"
                + direction;
    }

    private String sign() {
        return newestFirst ? "<" : ">";
    }
}
