package dev.headway.lifecycle.partnership.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.watching.tracking.DueWatches;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One who mistyped everything: every answer is as if it had been typed rightly, or never. */
class EveryFactCorrectedTest {

    private static final DrivenClock clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
    private static final RunningHeadway headway = RunningHeadway.startAt(clock);

    /** What a correction changes by being one, and what the sweep sees to later. */
    private static final List<String> APART = List.of("version", "openAlerts", "position");

    private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}");

    private final Caller manager = headway.as(Role.MANAGER);

    @AfterAll
    static void stop() {
        headway.close();
    }

    static List<MistypedFact> facts() {
        return MistypedFact.ALL;
    }

    static Stream<MistypedFact> correctable() {
        return facts().stream().filter(MistypedFact::isCorrectable);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void every_answer_is_as_if_the_withdrawn_fact_had_never_been(MistypedFact fact) {
        var mona = prepared(fact);
        clock.advance(Duration.ofDays(70));
        var portfolio = portfolio();
        var before = answers(mona);
        var recorded = fact.record(manager, mona, clock.instant());
        assertThat(recorded.status()).as(recorded.text()).isBetween(200, 201);
        var during = answers(mona);
        assertThat(differences(before, during)).isNotEmpty();
        var then = clock.instant();
        clock.advance(Duration.ofMillis(1));

        var withdrawn = withdraw(mona, newest(mona, fact));

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(differences(before, answers(mona))).isEmpty();
        assertThat(differences(portfolio, portfolio())).isEmpty();
        assertThat(differences(known(during), asOf(mona, then, "recorded"))).isEmpty();
        assertThat(differences(known(before), asOf(mona, then, "effective"))).isEmpty();
        assertThat(withdraw(mona, newest(mona, fact)).header("ETag"))
                .isEqualTo(withdrawn.header("ETag"));
    }

    @ParameterizedTest
    @MethodSource("correctable")
    void every_answer_is_as_if_the_right_thing_had_been_recorded_at_once(MistypedFact fact) {
        var mistyped = prepared(fact);
        var right = prepared(fact);
        clock.advance(Duration.ofDays(70));
        fact.record(manager, mistyped, clock.instant());
        var recorded = fact.recordRight(manager, right, clock.instant());
        assertThat(recorded.status()).as(recorded.text()).isBetween(200, 201);

        var corrected =
                manager.post(
                        mistyped.path() + "/history/" + newest(mistyped, fact) + "/correction",
                        fact.correction(clock.instant()));

        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(differences(answers(right), answers(mistyped))).isEmpty();
        var nothingLeft = withdraw(mistyped, newest(mistyped, fact));
        assertThat(nothingLeft.status()).as(nothingLeft.text()).isEqualTo(200);
        withdraw(right, newest(right, fact));
        assertThat(differences(answers(right), answers(mistyped))).isEmpty();
    }

    private PartnershipOverHttp prepared(MistypedFact fact) {
        var prepared =
                fact.prepared(
                        manager,
                        clock.instant(),
                        PartnershipOverHttp.registered(manager, clock, "Mona Bay"));
        settle();
        return prepared;
    }

    private Caller.Answered withdraw(PartnershipOverHttp of, String eventId) {
        return manager.post(
                of.path() + "/history/" + eventId + "/withdrawal",
                "{\"reason\":\"It never held\"}");
    }

    private String newest(PartnershipOverHttp of, MistypedFact fact) {
        settle();
        return of.get("/history?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/type").asString().equals(fact.event()))
                .reduce((_, later) -> later)
                .orElseThrow()
                .at("/eventId")
                .asString();
    }

    /** What is answered about a partnership once nothing is left to be evaluated, by its path. */
    private Map<String, String> answers(PartnershipOverHttp of) {
        settle();
        var answers = new TreeMap<String, String>();
        for (var below : List.of("", "/gate", "/gate?to=SUNSET", "/next-steps")) {
            flatten(below, of.get(below).json(), answers);
        }
        flatten("listed", items("/api/v1/partnerships?limit=200", of, "/id"), answers);
        flatten("steps", items("/api/v1/next-steps?limit=200", of, "/partnershipId"), answers);
        return answers;
    }

    private static Map<String, String> known(Map<String, String> answers) {
        return answers.entrySet().stream()
                .filter(
                        each ->
                                each.getKey().startsWith("/")
                                        && !each.getKey().startsWith("/gate")
                                        && !each.getKey().startsWith("/next-steps"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JsonNode items(String path, PartnershipOverHttp of, String id) {
        var items = JsonMapper.shared().createArrayNode();
        manager.get(path)
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at(id).asString().equals(of.id()))
                .sorted(
                        Comparator.comparing(
                                each ->
                                        each.at("/rule").asString("")
                                                + each.at("/about").asString("")
                                                + each.at("/title").asString("")))
                .forEach(items::add);
        return items;
    }

    private Map<String, String> portfolio() {
        settle();
        var answers = new TreeMap<String, String>();
        flatten("", manager.get("/api/v1/portfolio").json(), answers);
        answers.remove("/at");
        return answers;
    }

    private Map<String, String> asOf(PartnershipOverHttp of, Instant then, String time) {
        var answers = new TreeMap<String, String>();
        flatten("", of.get("?asOf=" + then + "&asOfTime=" + time).json(), answers);
        return answers;
    }

    private void settle() {
        var last =
                manager.post(
                        "/api/v1/partnerships",
                        "{\"name\":\"L\",\"partner\":{\"name\":\"L\",\"type\":\"TELCO\"}}");
        manager.post(last.header("Location") + "/voiding", "{\"reason\":\"It was a mark\"}");
        var due = headway.bean(DueWatches.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caughtUp(last.position() + 1) && !due.isAnythingDue(clock.instant()));
    }

    private boolean caughtUp(long position) {
        return manager.get("/api/v1/projections")
                .json()
                .at("/items")
                .valueStream()
                .allMatch(each -> each.at("/position").asLong() >= position);
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(each -> !APART.contains(each.getKey()))
                    .forEach(each -> flatten(path + "/" + each.getKey(), each.getValue(), into));
        } else if (node.isArray()) {
            for (int n = 0; n < node.size(); n++) {
                flatten(path + "/" + n, node.get(n), into);
            }
        } else {
            into.put(path, AN_ID.matcher(node.toString()).replaceAll("an id"));
        }
    }

    private static List<String> differences(Map<String, String> one, Map<String, String> other) {
        var paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(one.get(path), other.get(path)))
                .map(path -> path + ": " + one.get(path) + " -> " + other.get(path))
                .toList();
    }
}
