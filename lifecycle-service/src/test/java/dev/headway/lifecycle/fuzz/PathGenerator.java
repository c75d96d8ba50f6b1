package dev.headway.lifecycle.fuzz;

import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.fuzz.FuzzedOperation.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Fills in an operation's path and query, mostly with what exists. */
final class PathGenerator {

    private static final String BASE = "/api/v1";
    private static final KnownResources.Known NONE = new KnownResources.Known("none", "none");
    private static final Pattern SEGMENT = Pattern.compile("/([\\w-]+)/\\{(\\w+)}");

    /** As they go over the wire; nothing that takes the path apart. */
    private static final List<String> ODD_SEGMENTS =
            List.of(
                    "none",
                    "0",
                    "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11",
                    "%00",
                    "%0d%0a",
                    "%2e%2e",
                    "%2F",
                    "%5C",
                    "%25",
                    "%zz",
                    "%",
                    "%C3%28",
                    "%ED%A0%80",
                    "%F0%9F%9B%9F",
                    "a;b=c",
                    "..",
                    ".",
                    "*",
                    "null",
                    "a%20b",
                    "%7B%7D",
                    "{id}",
                    "a|b",
                    "<b>",
                    "\"",
                    "\u00FF",
                    "%252e%252e%252f",
                    "x".repeat(300),
                    "x".repeat(7_000),
                    "x".repeat(20_000));

    private static final List<String> ODD_QUERIES =
            List.of(
                    "&&==&",
                    "limit",
                    "=",
                    "%zz=1",
                    "limit=%zz",
                    "q=%00",
                    "q=%ED%A0%80",
                    "q=%FF",
                    "more=1",
                    "q=a&q=b",
                    "limit=1&limit=2",
                    "a[]=1&a[b]=2",
                    "q=\u00FF",
                    "q=a|b{}<>",
                    "cursor=Zm9yZ2Vk",
                    "cursor=",
                    "cursor=%20",
                    "sort=name&sort=-name",
                    "asOf=",
                    "q=" + "x".repeat(7_000),
                    "q=" + "x".repeat(20_000),
                    "a=1&".repeat(1_000),
                    "?",
                    "q=%u0041",
                    "limit=%31",
                    "limit=1;q=2",
                    "limit=+1",
                    "limit=1e2",
                    "_method=DELETE");

    private final KnownResources living;
    private final Random random;
    private final ValueGenerator values;
    private final TextGenerator words;

    PathGenerator(OpenApiContract contract, KnownResources living, Random random) {
        this.living = living;
        this.random = random;
        this.values = new ValueGenerator(contract, random, random.nextInt(8) == 0 ? 0.5 : 0);
        this.words = new TextGenerator(random);
    }

    /**
     * @param within the partnership that it is about, or empty
     */
    record Filled(String target, String within) {}

    Filled of(FuzzedOperation target) {
        var odd = random.nextInt(12) == 0;
        var known = known(target);
        var path = SEGMENT.matcher(target.operation().path());
        var filled =
                path.replaceAll(
                        found ->
                                "/%s/%s"
                                        .formatted(
                                                found.group(1),
                                                odd && random.nextBoolean()
                                                        ? safe(words.one(ODD_SEGMENTS))
                                                        : segment(target, found, known)));
        return new Filled(filled + query(target), known.within());
    }

    /**
     * Something that exists of the innermost kind the path names; where callers choose ids, half of
     * the time whatever it would be within.
     */
    private KnownResources.Known known(FuzzedOperation target) {
        var found = SEGMENT.matcher(target.operation().path()).results().toList();
        var isChosen =
                target.parameters("path").stream().anyMatch(each -> each.schema().has("examples"));
        var kinds = isChosen && random.nextBoolean() ? found.subList(0, 1) : found.reversed();
        return kinds.stream()
                .map(PathGenerator::kind)
                .flatMap(kind -> living.some(kind, random).stream())
                .findFirst()
                .orElse(NONE);
    }

    private static String kind(MatchResult segment) {
        return segment.start() == BASE.length() ? segment.group(1) : segment.group(2);
    }

    private String segment(FuzzedOperation target, MatchResult found, KnownResources.Known known) {
        var name = found.group(2);
        var schema =
                target.parameters("path").stream()
                        .filter(each -> each.name().equals(name))
                        .map(Parameter::schema)
                        .findFirst()
                        .orElseThrow();
        var examples = schema.path("examples");
        if (!examples.isEmpty()) {
            return examples.get(random.nextInt(examples.size())).asString();
        }
        var value = values.of(name, schema).asString();
        if (schema.has("enum")) {
            return value;
        }
        if (isNamedByWhoeverCalls(target, found) && (isNone(known) || random.nextInt(4) == 0)) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        return found.start() == BASE.length() ? known.within() : known.id();
    }

    /** What comes to be by a PUT to it. */
    private static boolean isNamedByWhoeverCalls(FuzzedOperation target, MatchResult found) {
        return target.operation().method().equals("PUT")
                && found.end() == target.operation().path().length();
    }

    private static boolean isNone(KnownResources.Known known) {
        return known.equals(NONE);
    }

    private String query(FuzzedOperation target) {
        var pairs = new ArrayList<String>();
        for (var parameter : target.parameters("query")) {
            if (!parameter.name().equals("cursor") && random.nextInt(4) == 0) {
                texts(parameter).forEach(text -> pairs.add(parameter.name() + "=" + encoded(text)));
            }
        }
        if (random.nextInt(25) == 0) {
            pairs.add(words.one(ODD_QUERIES));
        }
        Collections.shuffle(pairs, random);
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private List<String> texts(Parameter parameter) {
        var isId = parameter.name().equals("partnership");
        if (isId && random.nextBoolean()) {
            return living.some("partnerships", random).map(KnownResources.Known::id).stream()
                    .toList();
        }
        var value = values.of(parameter.name(), parameter.schema());
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).toList()
                : List.of(value.asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Taken as it stands by {@code replaceAll}. */
    private static String safe(String text) {
        return Matcher.quoteReplacement(text);
    }
}
