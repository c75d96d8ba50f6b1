package dev.headway.projections.querying;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** An instant as a query parameter says it: itself, or a day, which is its midnight in UTC. */
final class InstantParameter {

    private InstantParameter() {}

    static Optional<Instant> parse(String value) {
        try {
            var at =
                    value.length() == "2026-02-28".length()
                            ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(value);
            return Optional.of(at).filter(InstantParameter::isInRange);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Years of four digits: what others on the way, PostgreSQL among them, can hold. */
    private static boolean isInRange(Instant at) {
        var year = at.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
