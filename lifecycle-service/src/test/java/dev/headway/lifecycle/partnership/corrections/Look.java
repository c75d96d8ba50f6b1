package dev.headway.lifecycle.partnership.corrections;

import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.watching.tracking.DueWatches;
import dev.headway.testing.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks about many partnerships at once, when nothing is left to be evaluated. */
record Look(RunningHeadway headway, Clock clock) {

    private Caller manager() {
        return headway.as(Role.MANAGER);
    }

    /** All that is answered about each of them, by its id. */
    Map<String, Answers> at(Collection<PartnershipOverHttp> partnerships) {
        settle();
        var answers = new HashMap<String, Answers>();
        for (var each : partnerships) {
            var about = new Answers();
            for (var below : List.of("", "/gate", "/gate?to=SUNSET", "/next-steps")) {
                about.with(below, each.get(below).json());
            }
            answers.put(each.id(), about);
        }
        addAll(answers, "listed", "/partnerships", "/id");
        addAll(answers, "steps", "/next-steps", "/partnershipId");
        live().forEach((id, alerts) -> add(answers, id, "alerts", alerts));
        return answers;
    }

    /** The alerts that are not over, by the id of their partnership. */
    Map<String, List<JsonNode>> live() {
        var live = items("/alerts", "/partnershipId");
        live.values()
                .forEach(all -> all.removeIf(each -> text(each, "/status").equals("RESOLVED")));
        return live;
    }

    Answers portfolio() {
        settle();
        var answers = new Answers().with("", manager().get("/api/v1/portfolio").json());
        answers.byPath().remove("/at");
        return answers;
    }

    Answers asOf(PartnershipOverHttp of, Instant then, String time) {
        return new Answers().with("", of.get("?asOf=" + then + "&asOfTime=" + time).json()).known();
    }

    /** Until all has been read and nothing is due. */
    void settle() {
        var last =
                manager()
                        .post(
                                "/api/v1/partnerships",
                                "{\"name\":\"L\",\"partner\":{\"name\":\"L\",\"type\":\"TELCO\"}}");
        manager().post(last.header("Location") + "/voiding", "{\"reason\":\"It was a mark\"}");
        var due = headway.bean(DueWatches.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> caughtUp(last.position() + 1) && !due.isAnythingDue(clock.instant()));
    }

    private boolean caughtUp(long position) {
        return manager()
                .get("/api/v1/projections")
                .json()
                .at("/items")
                .valueStream()
                .allMatch(each -> each.at("/position").asLong() >= position);
    }

    private void addAll(Map<String, Answers> to, String name, String path, String id) {
        items(path, id).forEach((of, items) -> add(to, of, name, items));
    }

    private static void add(Map<String, Answers> to, String id, String name, List<JsonNode> items) {
        var answers = to.get(id);
        if (answers != null) {
            var sorted = JsonMapper.shared().createArrayNode();
            items.stream().sorted(Comparator.comparing(Look::words)).forEach(sorted::add);
            answers.with(name, sorted);
        }
    }

    /** All pages of a list. */
    private Map<String, List<JsonNode>> items(String path, String id) {
        var items = new HashMap<String, List<JsonNode>>();
        var cursor = "";
        do {
            var page = manager().get("/api/v1" + path + "?limit=200" + cursor).json();
            for (var item : page.at("/items")) {
                items.computeIfAbsent(text(item, id), _ -> new ArrayList<>()).add(item);
            }
            cursor = page.hasNonNull("nextCursor") ? "&cursor=" + text(page, "/nextCursor") : "";
        } while (!cursor.isEmpty());
        return items;
    }

    private static String words(JsonNode item) {
        return item.at("/rule").asString("")
                + item.at("/about").asString("")
                + item.at("/title").asString("");
    }

    private static String text(JsonNode node, String path) {
        return node.at(path).asString();
    }
}
