package dev.headway.projections.audit.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events an export is of; null leaves a side open.
 *
 * @param from the first instant that counts
 * @param to the first one that no longer does
 * @param time which of the two times they are about, {@code recorded} or {@code effective}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportPeriod(@Nullable Instant from, @Nullable Instant to, String time) {

    static final String RECORDED = "recorded";
    static final String EFFECTIVE = "effective";

    /**
     * How far, at most, what was recorded earlier may stand behind what was recorded later, and
     * what has happened after it was recorded: clocks of nodes and of callers differ by seconds.
     */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Whether a line is of the period. */
    public boolean has(ExportLine event) {
        var at = Instant.parse(isEffective() ? event.effectiveAt() : event.recordedAt());
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    /** Whether nothing of the period is recorded before this, for those before it in the log. */
    public boolean beginsAfter(Instant recorded) {
        return from != null && recorded.isBefore(from.minus(CLOCKS_DIFFER));
    }

    /** Whether nothing of the period is recorded after this; much later, what happened in it is. */
    public boolean endsBefore(Instant recorded) {
        return to != null && !isEffective() && !recorded.minus(CLOCKS_DIFFER).isBefore(to);
    }

    private boolean isEffective() {
        return EFFECTIVE.equals(time);
    }
}
