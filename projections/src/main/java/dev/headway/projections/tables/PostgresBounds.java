package dev.headway.projections.tables;

import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What PostgreSQL cannot hold is brought into its bounds here (a NUL character, an instant of the
 * year 300000, a number of a million digits), since an event that cannot be written would stop its
 * projection for ever.
 */
public final class PostgresBounds {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_DIGITS = 1000;

    private PostgresBounds() {}

    /** A module that keeps values within what PostgreSQL can hold. */
    public static SimpleModule module() {
        return new SimpleModule("within PostgreSQL's bounds")
                .addSerializer(new BoundedText())
                .addSerializer(new BoundedInstant())
                .addSerializer(new BoundedNumber());
    }

    /** Whether it is written down as it is. */
    public static boolean holds(Instant at) {
        return within(at).equals(at);
    }

    static String within(String text) {
        return text.replace('\0', '\uFFFD');
    }

    static Instant within(Instant at) {
        return at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
    }

    private static final class BoundedText extends StdSerializer<String> {
        BoundedText() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(within(text));
        }
    }

    private static final class BoundedInstant extends StdSerializer<Instant> {
        BoundedInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializationContext context) {
            json.writeString(within(at).toString());
        }
    }

    private static final class BoundedNumber extends StdSerializer<BigDecimal> {
        BoundedNumber() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializationContext context) {
            if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
                    || Math.abs((long) number.scale()) > MOST_DIGITS) {
                json.writeString(number.toString());
            } else {
                json.writeNumber(number);
            }
        }
    }
}
