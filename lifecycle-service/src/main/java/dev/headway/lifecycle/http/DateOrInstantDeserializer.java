package dev.headway.lifecycle.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads an instant, or a date as midnight UTC of that day; in years of four digits, and to the
 * microsecond that PostgreSQL keeps.
 */
public final class DateOrInstantDeserializer extends StdDeserializer<Instant> {

    private static final int DATE = "2026-01-31".length();

    DateOrInstantDeserializer() {
        super(Instant.class);
    }

    /**
     * @throws DateTimeException when the text is neither
     */
    public static Instant parse(String text) {
        var at =
                text.length() == DATE
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
        var year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("The year must have four digits");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        try {
            return parse(json.getString());
        } catch (DateTimeException neither) {
            return (Instant)
                    context.handleWeirdStringValue(
                            Instant.class, json.getString(), "must be a date or an instant");
        }
    }
}
