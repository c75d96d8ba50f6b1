package dev.headway.lifecycle.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the answers named: partnerships and alerts that exist, and what is within them. A share of
 * the requests is about these, and mostly about the latest, so that some of them live long enough
 * to see every stage; half of them with no regard to how many are in the stage.
 */
final class KnownResources {

    private static final Pattern ABOUT = Pattern.compile("^/api/v1/(\\w[\\w-]*)/([0-9a-f-]{36})");
    private static final Pattern LIST = Pattern.compile("^/api/v1/(\\w[\\w-]*)$");
    private static final int MOST = 500;

    /** How many of the latest ones most requests are about. */
    private static final int AT_HAND = 5;

    /** A thing, and the partnership it is within; itself, where it is not within one. */
    record Known(String within, String id) {}

    private final Map<String, List<Known>> known = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, String> stages = new HashMap<>();
    private final List<String> nextPages = new ArrayList<>();
    private final Set<String> reached = new TreeSet<>();
    private final Set<String> spared = new HashSet<>();
    private long position;

    /** Nothing is asked about it: whoever calls would else be shut out by a call of their own. */
    synchronized void spare(String id) {
        spared.add(id);
    }

    /** Takes in what was answered with a 2xx. */
    synchronized void learn(RawRequest request, RawResponse answer) {
        position = Math.max(position, answer.number("Headway-Position"));
        if (!answer.isJson()) {
            return;
        }
        var json = answer.json();
        var about = ABOUT.matcher(request.path());
        var list = LIST.matcher(request.path());
        if (json.has("nextCursor") && nextPages.size() < MOST) {
            nextPages.add(nextPage(request.target(), json.get("nextCursor").asString()));
        }
        if (json.has("stage") && json.has("version") && json.has("id")) {
            partnership(json);
        }
        var isAbout = about.find();
        if (isAbout && about.group(1).equals("partnerships")) {
            collect(about.group(2), json);
        } else if (isAbout
                && request.method().equals("PUT")
                && about.end() == request.path().length()) {
            addListed(about.group(1), new Known(about.group(2), about.group(2)));
        } else if (list.matches()) {
            json.path("items")
                    .forEach(
                            item -> {
                                var id = item.path("id").asString(item.path("name").asString(""));
                                if (!id.isEmpty()) {
                                    addListed(list.group(1), new Known(id, id));
                                }
                            });
        }
    }

    private void partnership(JsonNode json) {
        var id = json.get("id").asString();
        add("partnerships", new Known(id, id));
        versions.put(id, "\"" + json.get("version").asLong() + "\"");
        stages.put(id, json.get("stage").asString());
        reached.add(json.get("stage").asString());
    }

    private void collect(String partnership, JsonNode json) {
        json.properties()
                .forEach(
                        property -> {
                            var name = property.getKey();
                            if (name.endsWith("Id") && property.getValue().isString()) {
                                add(name, new Known(partnership, property.getValue().asString()));
                            }
                        });
        json.forEach(each -> collect(partnership, each));
    }

    private void add(String kind, Known thing) {
        var things = known.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (!things.contains(thing)) {
            things.add(thing);
        }
        if (things.size() > MOST) {
            things.removeFirst();
        }
    }

    /** Partnerships behind those that requests were about, since a list brings many at once. */
    private void addListed(String kind, Known thing) {
        var things = known.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (spared.contains(thing.id())) {
            return;
        }
        if (!kind.equals("partnerships")) {
            add(kind, thing);
        } else if (things.size() < MOST && !things.contains(thing)) {
            things.addFirst(thing);
        }
    }

    private static String nextPage(String target, String cursor) {
        var first = target.replaceAll("[?&]cursor=[^&]*", "");
        return first + (first.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }

    /** One that exists, of a kind: the name of its id's parameter, or of the list it is in. */
    synchronized Optional<Known> some(String kind, Random random) {
        var things = known.getOrDefault(kind, List.of());
        if (things.isEmpty()) {
            return Optional.empty();
        }
        if (kind.equals("partnerships") && random.nextBoolean()) {
            things = inOneStage(things, random);
        }
        var from = random.nextInt(5) > 0 ? Math.max(0, things.size() - AT_HAND) : 0;
        return Optional.of(things.get(random.nextInt(from, things.size())));
    }

    private List<Known> inOneStage(List<Known> things, Random random) {
        var inStages =
                things.stream()
                        .filter(each -> stages.containsKey(each.id()))
                        .collect(Collectors.groupingBy(each -> stages.get(each.id())));
        return inStages.isEmpty()
                ? things
                : List.copyOf(inStages.values()).get(random.nextInt(inStages.size()));
    }

    /** The version last seen, as a tag. */
    synchronized @Nullable String version(String partnership) {
        return versions.get(partnership);
    }

    synchronized @Nullable String stage(String partnership) {
        return stages.get(partnership);
    }

    synchronized Optional<String> nextPage(Random random) {
        return nextPages.isEmpty()
                ? Optional.empty()
                : Optional.of(nextPages.remove(random.nextInt(nextPages.size())));
    }

    synchronized long position() {
        return position;
    }

    synchronized Set<String> stagesReached() {
        return Set.copyOf(reached);
    }
}
