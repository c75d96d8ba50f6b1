package dev.headway.lifecycle.nodes;

import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.testing.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a node answers to every question of the contract that projection nodes answer. */
final class SameAnswers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PARTNERSHIP = "/api/v1/partnerships/{id}";

    /** When a node itself looked, and what is signed with a key of its database. */
    private static final Set<String> OF_THE_NODE =
            Set.of("raisedAt", "asOf", "nextCursor", "escalatesAt");

    /** How far a node is, and what goes on for ever. */
    private static final Set<String> NOT_ASKED =
            Set.of("/api/v1/projections", "/api/v1/stream", "/api/v1/deliveries/{id}");

    private SameAnswers() {}

    /** By address; everybody has read up to {@code position} when they answer. */
    static Map<String, String> of(Caller reader, long position) {
        var answers = new TreeMap<String, String>();
        for (var address : addresses(reader, position)) {
            var answer = reader.get(address, "Headway-Position", Long.toString(position));
            answers.put(address, answer.status() + " " + told(address, answer.json()));
        }
        return answers;
    }

    /** The operations that the contract leaves to projection nodes. */
    static List<Operation> questions() {
        return OpenApiContract.ofHeadway().operations().stream()
                .filter(each -> each.method().equals("GET"))
                .filter(SameAnswers::isOfProjections)
                .toList();
    }

    static boolean isOfProjections(Operation operation) {
        return operation.documented().path("x-headway-node").asString("").equals("projection");
    }

    private static List<String> addresses(Caller reader, long position) {
        var partnerships = ids(reader, "/api/v1/partnerships?limit=200", position);
        var alerts = ids(reader, "/api/v1/alerts?limit=200", position);
        var people = ids(reader, "/api/v1/people?limit=200", position);
        var addresses = new ArrayList<String>();
        for (var question : questions()) {
            var path = question.path();
            if (NOT_ASKED.contains(path)) {
                continue;
            }
            if (!path.contains("{")) {
                addresses.add(path);
            } else if (path.startsWith(PARTNERSHIP)) {
                filled(path, partnerships).forEach(addresses::add);
            } else if (path.equals("/api/v1/alerts/{id}")) {
                filled(path, alerts).forEach(addresses::add);
            } else if (path.equals("/api/v1/people/{id}")) {
                filled(path, people).forEach(addresses::add);
            }
        }
        return addresses;
    }

    private static Stream<String> filled(String path, List<String> ids) {
        return ids.stream().map(id -> path.replace("{id}", id));
    }

    private static List<String> ids(Caller reader, String list, long position) {
        return reader.get(list, "Headway-Position", Long.toString(position))
                .json()
                .at("/items")
                .valueStream()
                .map(each -> each.at("/id").asString())
                .sorted()
                .toList();
    }

    /** Figures say when they were looked at, and since when what they count happened. */
    private static String told(String address, JsonNode node) {
        var told = without(node);
        if (told instanceof ObjectNode answer) {
            answer.remove("at");
            if (address.endsWith("/carriers")) {
                answer.remove("since");
            }
        }
        return told.toString();
    }

    /** What does not hang on the node that answers. */
    static JsonNode without(JsonNode node) {
        return switch (node) {
            case ArrayNode list ->
                    JSON.createArrayNode()
                            .addAll(list.valueStream().map(SameAnswers::without).toList());
            case ObjectNode fields -> {
                var same = JSON.createObjectNode();
                fields.properties().stream()
                        .filter(field -> !OF_THE_NODE.contains(field.getKey()))
                        .forEach(field -> same.set(field.getKey(), without(field.getValue())));
                yield same;
            }
            default -> node;
        };
    }
}
