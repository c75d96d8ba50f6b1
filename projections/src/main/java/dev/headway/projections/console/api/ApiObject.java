package dev.headway.projections.console.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the API answered, as pages read it. Whatever is not there is empty, so that a page does
 * without what an older or a newer API does not tell.
 */
public record ApiObject(JsonNode node) {

    public static final ApiObject NOTHING = new ApiObject(MissingNode.getInstance());

    public boolean has(String name) {
        var value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    public boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Empty where it is not there. */
    public String text(String name) {
        var value = node.path(name);
        return value.isNull() || value.isContainer() ? "" : value.asString("");
    }

    /** Zero where it is not there. */
    public int count(String name) {
        return node.path(name).asInt(0);
    }

    public @Nullable BigDecimal number(String name) {
        var value = node.path(name);
        return value.isNumber() ? value.decimalValue() : null;
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    public @Nullable Instant instant(String name) {
        try {
            return has(name) ? Instant.parse(text(name)) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    public ApiObject at(String name) {
        return new ApiObject(node.path(name));
    }

    public List<ApiObject> each(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
                .map(ApiObject::new)
                .toList();
    }

    public List<String> texts(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }

    /** The fields of an object, in their order. */
    public Map<String, ApiObject> fields(String name) {
        var fields = new LinkedHashMap<String, ApiObject>();
        node.path(name)
                .properties()
                .forEach(each -> fields.put(each.getKey(), new ApiObject(each.getValue())));
        return fields;
    }
}
