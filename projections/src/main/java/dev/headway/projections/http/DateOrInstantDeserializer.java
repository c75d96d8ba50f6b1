package dev.headway.projections.http;

import dev.headway.contracts.written.DayOrInstant;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an instant, or a date as midnight UTC of that day: see {@link DayOrInstant}. */
public final class DateOrInstantDeserializer extends StdDeserializer<Instant> {

    DateOrInstantDeserializer() {
        super(Instant.class);
    }

    /**
     * @throws DateTimeException when the text is neither, or lies before 1900
     */
    public static Instant parse(String text) {
        return DayOrInstant.parse(text);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        try {
            return parse(json.getString());
        } catch (DateTimeException impossible) {
            return (Instant)
                    context.handleWeirdStringValue(
                            Instant.class, json.getString(), "must be a date or an instant");
        }
    }
}
