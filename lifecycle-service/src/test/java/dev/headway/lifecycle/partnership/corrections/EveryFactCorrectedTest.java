package dev.headway.lifecycle.partnership.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.lifecycle.OwnCriteria;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * One who mistyped everything: every answer is as if it had been typed rightly, or never. All that
 * was mistyped lives side by side, each in partnerships of its own, and is looked at together.
 */
class EveryFactCorrectedTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;
    private static Look look;
    private static Caller manager;

    private static Map<String, PartnershipOverHttp> never;
    private static Map<MistypedFact, PartnershipOverHttp> withdrawn;
    private static Map<MistypedFact, PartnershipOverHttp> corrected;
    private static Map<MistypedFact, PartnershipOverHttp> right;

    /** Fifteen days after it was mistyped, and when it had been withdrawn or corrected. */
    private static Map<String, Answers> mistyped = Map.of();

    private static Map<String, List<JsonNode>> mistypedAlerts = Map.of();
    private static Map<String, List<JsonNode>> alerts = Map.of();
    private static Map<String, Answers> before = Map.of();

    /** Typed once more, and withdrawn at once. */
    private static Map<String, Answers> during = Map.of();

    private static Map<String, Answers> after = Map.of();
    private static Map<String, Answers> nothingLeft = Map.of();
    private static Answers portfolioBefore = new Answers();
    private static Answers portfolioAfter = new Answers();
    private static Instant then = Instant.EPOCH;

    @BeforeAll
    static void everything_is_mistyped_and_put_right() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        look = new Look(headway, clock);
        manager = headway.as(Role.MANAGER);
        never = new HashMap<>();
        withdrawn = new LinkedHashMap<>();
        corrected = new LinkedHashMap<>();
        right = new LinkedHashMap<>();
        OwnCriteria.add(
                headway.as(Role.ADMIN),
                OwnCriteria.of("security-reviewed", "SUNSET", "It is reviewed", "MANAGER"));
        for (var fact : MistypedFact.ALL) {
            withdrawn.put(fact, prepared(fact));
            never.computeIfAbsent(twin(fact), _ -> prepared(fact));
            if (fact.isCorrectable()) {
                corrected.put(fact, prepared(fact));
                right.put(fact, prepared(fact));
            }
        }
        look.settle();
        clock.advance(Duration.ofDays(70));
        var at = clock.instant();
        withdrawn.forEach((fact, of) -> recorded(fact.record(writer(fact), of, at)));
        corrected.forEach((fact, of) -> recorded(fact.record(writer(fact), of, at)));
        right.forEach((fact, of) -> recorded(fact.recordRight(manager, of, at)));
        clock.advance(Duration.ofDays(15));
        mistyped = look.at(all());
        mistypedAlerts = look.live();
        withdrawn.forEach((fact, of) -> recorded(withdraw(of, newest(of, fact))));
        corrected.forEach((fact, of) -> recorded(correct(of, fact, at)));
        before = look.at(all());
        alerts = look.live();
        onceMore();
        corrected.forEach((fact, of) -> recorded(withdraw(of, newest(of, fact))));
        right.forEach((fact, of) -> recorded(withdraw(of, newest(of, fact))));
        nothingLeft = look.at(all());
    }

    private static void onceMore() {
        portfolioBefore = look.portfolio();
        withdrawn.forEach((fact, of) -> recorded(fact.record(writer(fact), of, clock.instant())));
        during = look.at(withdrawn.values());
        then = clock.instant();
        clock.advance(Duration.ofMillis(1));
        withdrawn.forEach((fact, of) -> recorded(withdraw(of, newest(of, fact))));
        after = look.at(withdrawn.values());
        portfolioAfter = look.portfolio();
    }

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
        var mona = Objects.requireNonNull(withdrawn.get(fact));
        var twin = Objects.requireNonNull(never.get(twin(fact)));

        assertThat(of(mistyped, twin).differencesTo(of(mistyped, mona))).isNotEmpty();
        assertThat(of(before, twin).differencesTo(of(before, mona))).isEmpty();
        assertThat(of(before, mona).differencesTo(of(during, mona))).isNotEmpty();
        assertThat(of(before, mona).differencesTo(of(after, mona))).isEmpty();
        assertThat(of(during, mona).known().differencesTo(look.asOf(mona, then, "recorded")))
                .isEmpty();
        assertThat(of(before, mona).known().differencesTo(look.asOf(mona, then, "effective")))
                .isEmpty();
        var newest = newest(mona, fact);
        assertThat(withdraw(mona, newest).header("ETag")).isEqualTo(mona.get("").header("ETag"));
    }

    @ParameterizedTest
    @MethodSource("correctable")
    void every_answer_is_as_if_the_right_thing_had_been_recorded_at_once(MistypedFact fact) {
        var one = Objects.requireNonNull(right.get(fact));
        var other = Objects.requireNonNull(corrected.get(fact));

        assertThat(of(before, one).differencesTo(of(before, other))).isEmpty();
        assertThat(of(nothingLeft, one).differencesTo(of(nothingLeft, other))).isEmpty();
    }

    @Test
    void figures_are_as_if_nothing_had_been_recorded() {
        assertThat(portfolioBefore.differencesTo(portfolioAfter)).isEmpty();
    }

    @Test
    void alerts_of_every_rule_are_put_right() {
        var put = new TreeSet<String>();
        withdrawn.forEach(
                (fact, of) -> {
                    var wrong = rules(mistypedAlerts, of);
                    var now = rules(alerts, of);
                    now.stream().filter(rule -> !wrong.contains(rule)).forEach(put::add);
                    wrong.stream().filter(rule -> !now.contains(rule)).forEach(put::add);
                });

        assertThat(put)
                .containsExactlyInAnyOrderElementsOf(
                        Rules.ALL.stream()
                                .map(Rule::id)
                                .filter(EveryFactCorrectedTest::isOn)
                                .toList());
    }

    /** What a program has to ask for is watched elsewhere. */
    private static boolean isOn(String rule) {
        return Thresholds.DEFAULT.after(rule, Stage.LAUNCH).compareTo(Thresholds.LONGEST) < 0;
    }

    private static List<String> rules(Map<String, List<JsonNode>> alerts, PartnershipOverHttp of) {
        return alerts.getOrDefault(of.id(), List.of()).stream()
                .map(each -> each.at("/rule").asString())
                .toList();
    }

    private static Answers of(Map<String, Answers> answers, PartnershipOverHttp partnership) {
        return Objects.requireNonNull(answers.get(partnership.id()));
    }

    private static List<PartnershipOverHttp> all() {
        var all = new ArrayList<>(never.values());
        List.of(withdrawn, corrected, right).forEach(each -> all.addAll(each.values()));
        return all;
    }

    private static PartnershipOverHttp prepared(MistypedFact fact) {
        return fact.prepared(
                manager,
                headway.as(Role.APPROVER),
                clock.instant(),
                PartnershipOverHttp.registered(manager, clock, "Mona Bay"));
    }

    /** Nobody decides what they asked for themselves. */
    private static Caller writer(MistypedFact fact) {
        return fact.call().endsWith("/decision") ? headway.as(Role.APPROVER) : manager;
    }

    /** What is prepared alike. */
    private static String twin(MistypedFact fact) {
        return fact.stage() + fact.event().equals("ProspectUnparked");
    }

    private static void recorded(Caller.Answered answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }

    private static Caller.Answered withdraw(PartnershipOverHttp of, String eventId) {
        return manager.post(
                of.path() + "/history/" + eventId + "/withdrawal",
                "{\"reason\":\"It never held\"}");
    }

    private static Caller.Answered correct(PartnershipOverHttp of, MistypedFact fact, Instant at) {
        return manager.post(
                of.path() + "/history/" + newest(of, fact) + "/correction", fact.correction(at));
    }

    private static String newest(PartnershipOverHttp of, MistypedFact fact) {
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
}
