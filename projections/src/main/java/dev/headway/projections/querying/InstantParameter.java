package dev.headway.projections.querying;

import dev.headway.contracts.written.DayOrInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** An instant as a query parameter says it, which is as bodies say it: {@link DayOrInstant}. */
final class InstantParameter {

    private InstantParameter() {}

    static Optional<Instant> parse(String value) {
        try {
            return Optional.of(DayOrInstant.parse(value));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
