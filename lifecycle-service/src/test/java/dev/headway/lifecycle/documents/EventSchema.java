package dev.headway.lifecycle.documents;

import dev.headway.contracts.written.Personal;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of an event's stored form, out of the record that it is. */
final class EventSchema {

    private static final Map<Class<?>, Map<String, Object>> SCALARS =
            Map.of(
                    String.class, Map.of("type", "string"),
                    Instant.class, Map.of("type", "string", "format", "date-time"),
                    int.class, Map.of("type", "integer"),
                    Integer.class, Map.of("type", "integer"),
                    long.class, Map.of("type", "integer"),
                    Long.class, Map.of("type", "integer"),
                    boolean.class, Map.of("type", "boolean"),
                    Boolean.class, Map.of("type", "boolean"),
                    BigDecimal.class, Map.of("type", "number"));

    private EventSchema() {}

    static Map<String, Object> of(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var field : type.getRecordComponents()) {
            properties.put(field.getName(), property(field));
            if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(field.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> property(RecordComponent field) {
        var schema = new LinkedHashMap<>(of(field.getAnnotatedType()));
        if (field.isAnnotationPresent(Personal.class)) {
            schema.put("description", "Who somebody is; sealed since names are.");
        }
        return schema;
    }

    private static Map<String, Object> of(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType generic) {
            return ofGeneric(generic);
        }
        var type = (Class<?>) annotated.getType();
        var scalar = SCALARS.get(type);
        if (scalar != null) {
            return new TreeMap<>(scalar).descendingMap();
        }
        if (type.isEnum()) {
            return Map.of("enum", names(type));
        }
        if (type.isRecord()) {
            return of(type);
        }
        throw new IllegalArgumentException("No schema for " + type);
    }

    private static Map<String, Object> ofGeneric(AnnotatedParameterizedType generic) {
        var raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
        var arguments = generic.getAnnotatedActualTypeArguments();
        var schema = new LinkedHashMap<String, Object>();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array");
            schema.put("items", of(arguments[0]));
        } else {
            schema.put("type", "object");
            schema.put("additionalProperties", of(arguments[1]));
        }
        return schema;
    }

    private static List<String> names(Class<?> type) {
        return List.of(type.getEnumConstants()).stream().map(String::valueOf).toList();
    }
}
