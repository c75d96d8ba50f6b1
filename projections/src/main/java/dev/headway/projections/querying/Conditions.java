package dev.headway.projections.querying;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one statement: only those that were asked for, so that PostgreSQL plans for
 * this question and not for all that it could have been.
 */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** One that always holds. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * One that holds where something was asked for.
     *
     * @param parameter the name by which the condition knows {@code value}
     * @param value null where nothing was asked for
     */
    public Conditions and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Another parameter that conditions name. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** All of them as one condition; it is true when there are none. */
    public String sql() {
        return conditions.isEmpty() ? "true" : String.join("\nand ", conditions);
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
