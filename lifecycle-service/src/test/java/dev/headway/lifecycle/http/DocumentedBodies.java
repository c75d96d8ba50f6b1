package dev.headway.lifecycle.http;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The example bodies of the contract, with one value in them exchanged for another. */
final class DocumentedBodies {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final Map<String, String> WORDS =
            Map.of(
                    "seat", "SUPPORT",
                    "seam", "ONBOARDING",
                    "team", "SUPPORT",
                    "actor", "SALES",
                    "side", "OURS");

    private final OpenApiContract contract;
    private final String partnership;
    private final String event;

    /**
     * @param partnership the id of one that is there
     * @param event the id of something that happened to it
     */
    DocumentedBodies(OpenApiContract contract, String partnership, String event) {
        this.contract = contract;
        this.partnership = partnership;
        this.event = event;
    }

    /** A place of a body that takes one kind of value. */
    record Place(Operation operation, ObjectNode body, String pointer) {

        /** The body with another value there. */
        String with(String value) {
            var changed = body.deepCopy();
            var parent = pointer.substring(0, pointer.lastIndexOf('/'));
            var last = pointer.substring(pointer.lastIndexOf('/') + 1);
            switch (changed.at(parent)) {
                case ArrayNode list -> list.set(Integer.parseInt(last), value);
                case ObjectNode fields -> fields.put(last, value);
                default -> throw new IllegalStateException(pointer + " is no place");
            }
            return changed.toString();
        }
    }

    /** Where the examples have a value of one of these schemas. */
    List<Place> placesOf(String... schemas) {
        return contract.operations().stream()
                .flatMap(each -> places(each, List.of(schemas)))
                .toList();
    }

    private Stream<Place> places(Operation operation, List<String> schemas) {
        var content = operation.documented().at("/requestBody/content/application~1json");
        var example =
                content.has("example")
                        ? content.at("/example")
                        : content.path("examples").path(0).path("value");
        var found = new ArrayList<String>();
        if (example.isObject()) {
            find(content.at("/schema"), example, "", schemas, found);
        }
        return found.stream().map(at -> new Place(operation, (ObjectNode) example, at));
    }

    private void find(
            JsonNode schema, JsonNode value, String at, List<String> schemas, List<String> found) {
        var name = schema.path("$ref").asString("").replaceAll(".*/", "");
        if (value.isString() && schemas.contains(name)) {
            found.add(at);
        }
        var behind = contract.behind(schema);
        if (value.isObject()) {
            for (var each : behind.path("properties").properties()) {
                var known = value.path(each.getKey()); // what an example leaves out is a text
                find(
                        each.getValue(),
                        known.isMissingNode() ? StringNode.valueOf("") : known,
                        at + "/" + each.getKey(),
                        schemas,
                        found);
            }
        } else if (value.isArray() && !value.isEmpty()) {
            find(behind.path("items"), value.get(0), at + "/0", schemas, found);
        }
    }

    /** The path with what is there, and with what is not there in place of all else. */
    String path(Operation operation) {
        var path =
                operation
                        .path()
                        .replaceFirst("/partnerships/\\{id}", "/partnerships/" + partnership);
        for (var word : WORDS.entrySet()) {
            path = path.replace("{" + word.getKey() + "}", word.getValue());
        }
        return path.replaceAll("\\{eventId}", event)
                .replaceAll("\\{name}", "nobody")
                .replaceAll("\\{\\w+}", UNKNOWN);
    }

    /** The first of the roles that may ask for it. */
    static Role caller(Operation operation) {
        var role = operation.documented().at("/x-roles/0").asString("manager");
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }
}
