package dev.headway.projections.tables;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows and what is stored in them, as JSON within PostgreSQL's bounds: in snake_case all the way
 * down, so that a record's components turn into columns.
 */
public final class RowJson {

    /** Writes and reads what is stored in rows, in snake_case all the way down. */
    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .addModule(PostgresBounds.module())
                    .build();

    private RowJson() {}

    /** The rows as a JSON array. */
    public static String write(Collection<?> rows) {
        return MAPPER.writeValueAsString(rows);
    }

    /** A JSON array of rows, read back; fields a row has no component for are left out. */
    public static <T> List<T> readList(String json, Class<T> row) {
        return MAPPER.readerForListOf(row).readValue(json);
    }
}
