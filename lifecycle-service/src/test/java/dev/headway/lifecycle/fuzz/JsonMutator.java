package dev.headway.lifecycle.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a JSON text in one place, in ways that a library which writes JSON would not. */
final class JsonMutator {

    private static final String HERE = "@here@";

    /** In place of any value. */
    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1.5",
                    "-0.0",
                    "1e400",
                    "1e2147483647",
                    "-1e-2147483647",
                    "99999999999999999999",
                    "9007199254740993",
                    "0.1234567890123456789",
                    "01",
                    "+1",
                    ".5",
                    "0x10",
                    "NaN",
                    "-Infinity",
                    "tru",
                    "undefined",
                    "'x'",
                    "",
                    "\"",
                    "\"\"",
                    "\"   \"",
                    "\"\\u00a0\\u200b\\u2800\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"\\u202e\\u2066\"",
                    "\"\\u0007\\u001b[31m\"",
                    "\"\\x\"",
                    "\"\\uZZZZ\"",
                    "\"\u0001\"",
                    "\"\n\"",
                    "\"\u0000\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[[[[]]]]]",
                    "{\"\":null}",
                    "[1,]",
                    "{\"a\":1,}",
                    "/* a comment */1",
                    "\"P99999999999999999999D\"",
                    "\"PT1E5S\"",
                    "\"P-1D\"",
                    "\"9999-99-99\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"-0001-01-01\"",
                    "\"2026-01-31T09:30:00+99:00\"",
                    "\"2026-01-31T09:30:00[Europe/Paris]\"");

    private final Random random;

    JsonMutator(Random random) {
        this.random = random;
    }

    /** One place in a tree, named by what holds it and by its name or index there. */
    private record Place(JsonNode holder, @Nullable String name, int index) {

        void put(String text) {
            if (name == null) {
                ((ArrayNode) holder).set(index, text);
            } else {
                ((ObjectNode) holder).put(name, text);
            }
        }

        void remove() {
            if (name == null) {
                ((ArrayNode) holder).remove(index);
            } else {
                ((ObjectNode) holder).remove(name);
            }
        }
    }

    String of(JsonNode valid) {
        var json = valid.deepCopy();
        var places = new ArrayList<Place>();
        collect(json, places);
        if (places.isEmpty() || random.nextInt(20) == 0) {
            return value();
        }
        var place = places.get(random.nextInt(places.size()));
        return switch (random.nextInt(8)) {
            case 0 -> {
                place.remove();
                yield json.toString();
            }
            case 1 -> {
                if (json instanceof ObjectNode object) {
                    object.put(strangeName(), 1);
                }
                yield json.toString();
            }
            case 2 -> twice(json, place);
            case 3 -> json.toString().substring(0, random.nextInt(json.toString().length()));
            case 4 -> json + List.of("}", "x", " {}", ",", "\u0000", "\n\n").get(random.nextInt(6));
            default -> {
                place.put(HERE);
                yield json.toString().replace("\"" + HERE + "\"", value());
            }
        };
    }

    private String twice(JsonNode json, Place place) {
        if (!(json instanceof ObjectNode) || place.name() == null) {
            return json + "," + json;
        }
        ((ObjectNode) place.holder()).put(HERE, 1);
        return json.toString().replace(HERE, place.name());
    }

    private String strangeName() {
        return List.of(
                        "",
                        "more",
                        "__proto__",
                        "a.b[0]",
                        "~/",
                        "n\u0000",
                        "class",
                        "x".repeat(60_000))
                .get(random.nextInt(8));
    }

    private String value() {
        return switch (random.nextInt(60)) {
            case 0 -> "[".repeat(100_000) + "]".repeat(100_000);
            case 1 -> "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
            case 2 -> "[".repeat(100_000);
            case 3 -> "9".repeat(1_000 + random.nextInt(5_000));
            case 4 -> "\"" + "x".repeat(201 + random.nextInt(100_000)) + "\"";
            case 5 -> "\"" + "\\u0041".repeat(4_001) + "\"";
            case 6 -> "[" + "{},".repeat(20_000) + "{}]";
            case 7 -> "{" + "\"k\":1,".repeat(1_000) + "\"k\":1}";
            default -> ODD.get(random.nextInt(ODD.size()));
        };
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (var property : object.properties()) {
                places.add(new Place(object, property.getKey(), 0));
                collect(property.getValue(), places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, null, i));
                collect(array.get(i), places);
            }
        }
    }
}
