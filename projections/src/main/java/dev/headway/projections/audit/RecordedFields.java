package dev.headway.projections.audit;

import dev.headway.projections.log.RecordedEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** All that an event says, field by field, in words. */
final class RecordedFields {

    private RecordedFields() {}

    static Map<String, String> of(RecordedEvent recorded) {
        var fields = new LinkedHashMap<String, String>();
        AuditedEventTypes.MAPPER
                .valueToTree(recorded.event())
                .properties()
                .forEach(each -> fields.put(each.getKey(), text(each.getValue())));
        return fields;
    }

    /** Ids of what is listed say nothing to people. */
    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(RecordedFields::text).collect(Collectors.joining("; "));
        }
        return value.isObject()
                ? value.propertyStream()
                        .filter(each -> !each.getKey().endsWith("Id"))
                        .map(each -> text(each.getValue()))
                        .collect(Collectors.joining(", "))
                : value.asString();
    }
}
