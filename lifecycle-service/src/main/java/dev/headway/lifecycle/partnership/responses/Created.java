package dev.headway.lifecycle.partnership.responses;

import java.util.List;
import java.util.Map;

/**
 * What was created.
 *
 * @param idField the field of the answer that names it
 * @param location where it lives
 * @param more further fields of the answer
 */
public record Created(String idField, String id, String location, Map<String, Object> more) {

    public Created(String idField, String id, String location) {
        this(idField, id, location, Map.of());
    }

    /** With a list in a field of its own, if there is anything in it. */
    public Created with(String field, List<?> values) {
        return values.isEmpty() ? this : new Created(idField, id, location, Map.of(field, values));
    }
}
