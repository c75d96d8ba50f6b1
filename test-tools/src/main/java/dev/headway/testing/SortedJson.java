package dev.headway.testing;

import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON whose lists are sets: how events were cut into batches may order them. */
public final class SortedJson {

    private static final JsonMapper JSON = new JsonMapper();

    private SortedJson() {}

    /** The same for all that differ in the order of lists alone. */
    public static String of(String json) {
        return sorted(JSON.readTree(json)).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ArrayNode list ->
                    JSON.createArrayNode()
                            .addAll(
                                    list.valueStream()
                                            .map(SortedJson::sorted)
                                            .sorted(Comparator.comparing(JsonNode::toString))
                                            .toList());
            case ObjectNode fields -> {
                var same = JSON.createObjectNode();
                fields.properties()
                        .forEach(field -> same.set(field.getKey(), sorted(field.getValue())));
                yield same;
            }
            default -> node;
        };
    }
}
