package dev.headway.lifecycle.partnership.corrections;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was answered, every value by its path; ids are alike. */
record Answers(Map<String, String> byPath) {

    /** What a correction changes by being one, and when an alert was raised that came back. */
    private static final List<String> APART =
            List.of("version", "position", "raisedAt", "late", "escalatedAt", "eventId");

    /** What is asked by a path of its own, or told of the present alone. */
    private static final List<String> OF_NOW =
            List.of(
                    "/gate",
                    "/next-steps",
                    "/openAlerts",
                    "/partnerId",
                    "/openRules",
                    "/criteriaHeld",
                    "/standsStill");

    private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}");

    Answers() {
        this(new TreeMap<>());
    }

    Answers with(String path, JsonNode node) {
        flatten(path, node);
        return this;
    }

    /** Those of a partnership itself that are told of its past as well. */
    Answers known() {
        return new Answers(
                byPath.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("/"))
                        .filter(each -> OF_NOW.stream().noneMatch(each.getKey()::startsWith))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    List<String> differencesTo(Answers other) {
        var paths = new TreeSet<>(byPath.keySet());
        paths.addAll(other.byPath.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(byPath.get(path), other.byPath.get(path)))
                .map(path -> path + ": " + byPath.get(path) + " -> " + other.byPath.get(path))
                .toList();
    }

    private void flatten(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(each -> !APART.contains(each.getKey()))
                    .forEach(each -> flatten(path + "/" + each.getKey(), each.getValue()));
        } else if (node.isArray()) {
            for (int n = 0; n < node.size(); n++) {
                flatten(path + "/" + n, node.get(n));
            }
        } else {
            byPath.put(path, AN_ID.matcher(node.toString()).replaceAll("an id"));
        }
    }
}
