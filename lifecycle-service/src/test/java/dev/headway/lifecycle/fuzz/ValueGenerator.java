package dev.headway.lifecycle.fuzz;

import dev.headway.lifecycle.OpenApiContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** Values as a schema asks for them, at its bounds as well and, now and then, just beyond. */
final class ValueGenerator {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    /** One of a program's own, which somebody's word can be given for. */
    static final String OWN_CRITERION = "support-knows-it";

    /** What a step of every playbook is called. */
    static final String PLAYBOOK_STEP = "Train their sales";

    /** Of what is told of the past, nothing lies in the future. */
    private static final Set<String> PAST = Set.of("effectiveAt", "notifiedOn", "asOf", "from");

    private final OpenApiContract contract;
    private final Random random;
    private final TextGenerator words;
    private final double beyond;

    /**
     * @param beyond how likely each single value lies beyond what its schema allows
     */
    ValueGenerator(OpenApiContract contract, Random random, double beyond) {
        this.contract = contract;
        this.random = random;
        this.words = new TextGenerator(random);
        this.beyond = beyond;
    }

    /**
     * @param name what the value is called where it stands
     */
    JsonNode of(String name, JsonNode reference) {
        var schema = contract.behind(reference);
        var choices = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
        if (!choices.isEmpty() && !schema.has("properties")) {
            return of(name, choices.get(random.nextInt(choices.size())));
        }
        if (schema.has("enum")) {
            return word(schema.path("enum"));
        }
        return switch (schema.path("type").asString("string")) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> whole(schema);
            case "number" -> number(schema);
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            default -> StringNode.valueOf(text(name, schema));
        };
    }

    private boolean goesBeyond() {
        return random.nextDouble() < beyond;
    }

    private JsonNode word(JsonNode words) {
        var word = words.get(random.nextInt(words.size()));
        return goesBeyond() ? StringNode.valueOf(word.asString() + "x") : word;
    }

    private JsonNode object(JsonNode schema) {
        var object = JsonNodeFactory.instance.objectNode();
        var required = new ArrayList<>(names(schema));
        var choices = schema.path("oneOf");
        if (!choices.isEmpty()) {
            required.addAll(names(choices.get(random.nextInt(choices.size()))));
        }
        for (var property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || random.nextInt(3) == 0) {
                object.set(property.getKey(), of(property.getKey(), property.getValue()));
            }
        }
        return object;
    }

    private static List<String> names(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode array(String name, JsonNode schema) {
        var most = schema.path("maxItems").asInt(3);
        var size = goesBeyond() && most < 200 ? most + 1 : random.nextInt(Math.min(most, 3) + 1);
        var array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(of(name, schema.path("items")));
        }
        return array;
    }

    private JsonNode whole(JsonNode schema) {
        var least = schema.path("minimum").asLong(Integer.MIN_VALUE);
        var most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        if (goesBeyond()) {
            return LongNode.valueOf(random.nextBoolean() ? least - 1 : most + 1);
        }
        return LongNode.valueOf(
                switch (random.nextInt(6)) {
                    case 0 -> least;
                    case 1 -> most;
                    default -> random.nextLong(Math.max(least, 0), Math.min(most, 100)) + 1;
                });
    }

    private JsonNode number(JsonNode schema) {
        var most = new BigDecimal(schema.path("maximum").asString("1000000"));
        var least = new BigDecimal(schema.path("minimum").asString("-1000000"));
        if (goesBeyond()) {
            return DecimalNode.valueOf(
                    random.nextBoolean()
                            ? most.add(BigDecimal.ONE)
                            : least.subtract(BigDecimal.ONE));
        }
        return DecimalNode.valueOf(
                switch (random.nextInt(6)) {
                    case 0 -> most;
                    case 1 -> least;
                    case 2 -> new BigDecimal("-0.000001");
                    default -> BigDecimal.valueOf(random.nextInt(2_000_000), random.nextInt(7));
                });
    }

    private String text(String name, JsonNode schema) {
        var most = schema.path("maxLength").asInt(200);
        var least = schema.path("minLength").asInt(0);
        if (goesBeyond()) {
            return switch (random.nextInt(3)) {
                case 0 -> words.ofLength(Math.min(most, 10_000) + 1);
                case 1 -> words.ofLength(Math.max(least - 1, 0));
                default -> words.any() + "\u0000\u0085";
            };
        }
        var examples = schema.path("examples");
        if (!examples.isEmpty() && random.nextBoolean()) {
            return examples.get(random.nextInt(examples.size())).asString();
        }
        var past = PAST.contains(name) || random.nextInt(4) == 0;
        var longest = random.nextInt(20) == 0 ? words.ofLength(Math.min(most, 10_000)) : "";
        var fitting =
                Stream.concat(
                        Stream.of(longest), Stream.generate(() -> candidate(name, past)).limit(40));
        return fitting.filter(text -> fits(text, schema)).findFirst().orElseGet(words::any);
    }

    private String candidate(String name, boolean past) {
        if (name.equals("criterion") && random.nextBoolean()) {
            return OWN_CRITERION;
        }
        if (name.equals("title") && random.nextBoolean()) {
            return PLAYBOOK_STEP;
        }
        return name.endsWith("On")
                        || name.endsWith("At")
                        || PAST.contains(name)
                        || name.equals("until")
                ? words.day(past)
                : words.any();
    }

    private static boolean fits(String text, JsonNode schema) {
        var pattern = schema.path("pattern").asString("");
        return !text.isEmpty()
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).find();
    }
}
