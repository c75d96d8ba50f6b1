package dev.headway.lifecycle.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A program's JSON as single settings, so that two of them can be compared. */
final class Settings {

    /** By which of its fields a thing in a list is told from the others. */
    private static final List<String> NAMES = List.of("id", "title");

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    private Settings() {}

    /** Each by its place, as {@code /disqualifiers/no-sponsor/statement}; without its version. */
    static Map<String, String> of(ObjectNode program) {
        var settings = new Settings();
        settings.object("", program.deepCopy().without("version"));
        return settings.byPlace;
    }

    private void object(String place, JsonNode object) {
        object.properties().forEach(each -> add(place + "/" + each.getKey(), each.getValue()));
    }

    private void add(String place, JsonNode value) {
        if (value.isObject()) {
            object(place, value);
        } else if (value.path(0).isObject()) {
            value.forEach(each -> named(place, (ObjectNode) each));
        } else if (value.isArray()) {
            list(place, value);
        } else if (!value.isNull()) {
            byPlace.put(place, value.asString());
        }
    }

    private void named(String place, ObjectNode each) {
        var name = NAMES.stream().filter(each::has).findFirst().orElseThrow();
        object(place + "/" + each.path(name).asString(), each.deepCopy().without(name));
    }

    private void list(String place, JsonNode words) {
        if (!words.isEmpty()) {
            byPlace.put(
                    place,
                    words.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        }
    }
}
