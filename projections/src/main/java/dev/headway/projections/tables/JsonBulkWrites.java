package dev.headway.projections.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Many rows as one JSON parameter, for {@code jsonb_to_recordset}: many rows become one statement
 * whose columns stand visible in it. A record's components turn into columns in snake_case.
 *
 * <p>What PostgreSQL cannot hold is brought into its bounds here (a NUL character, an instant of
 * the year 300000, a number of a million digits), since an event that cannot be written would stop
 * its projection for ever.
 */
public final class JsonBulkWrites {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_DIGITS = 1000;

    /** Some megabytes, as rows usually are. */
    private static final int PORTION = 2_000;

    /** Writes and reads what is stored in rows, in snake_case all the way down. */
    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .addModule(withinBounds())
                    .build();

    private JsonBulkWrites() {}

    /** The rows as a JSON array. */
    public static String json(Collection<?> rows) {
        return MAPPER.writeValueAsString(rows);
    }

    /**
     * Runs a statement over the rows, a bounded number of them at a time; not at all when there are
     * none.
     *
     * @param statement it finds them as the JSON array {@code :rows}
     */
    public static void write(JdbcClient database, String statement, Collection<?> rows) {
        inPortions(rows, portion -> database.sql(statement).param("rows", json(portion)).update());
    }

    static <R> void inPortions(Collection<R> rows, Consumer<List<R>> use) {
        var all = List.copyOf(rows);
        for (int from = 0; from < all.size(); from += PORTION) {
            use.accept(all.subList(from, Math.min(from + PORTION, all.size())));
        }
    }

    /** A JSON array of rows, read back; fields a row has no component for are left out. */
    public static <T> List<T> list(String json, Class<T> row) {
        return MAPPER.readerForListOf(row).readValue(json);
    }

    /** A module that keeps values within what PostgreSQL can hold. */
    public static SimpleModule withinBounds() {
        return new SimpleModule("within PostgreSQL's bounds")
                .addSerializer(new BoundedText())
                .addSerializer(new BoundedInstant())
                .addSerializer(new BoundedNumber());
    }

    static String withinBounds(String text) {
        return text.replace('\0', '\uFFFD');
    }

    static Instant withinBounds(Instant at) {
        return at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
    }

    private static final class BoundedText extends StdSerializer<String> {
        BoundedText() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(withinBounds(text));
        }
    }

    private static final class BoundedInstant extends StdSerializer<Instant> {
        BoundedInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializationContext context) {
            json.writeString(withinBounds(at).toString());
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
