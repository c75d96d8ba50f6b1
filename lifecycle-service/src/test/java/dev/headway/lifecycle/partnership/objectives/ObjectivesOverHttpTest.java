package dev.headway.lifecycle.partnership.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ObjectivesOverHttpTest {

    private static final String CHAINS = "/objectives/chains";
    private static final String VALUES = CHAINS + "/key-results/stores/values";

    private static DrivenClock clock;
    private static RunningHeadway headway;
    private static String outOfTheBox;

    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        outOfTheBox = headway.as(Role.ADMIN).get("/api/v1/program").text();
        manager = headway.as(Role.MANAGER);
    }

    @AfterEach
    void nothing_is_asked_for() {
        program(outOfTheBox);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void out_of_the_box_no_gate_asks_for_it_and_no_alert_tells_of_it() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef").inPilot();
        var longAgo = Instant.parse("2001-01-31T00:00:00Z");
        done(put(reef, CHAINS, chains("Win the chains", 80, longAgo)));
        clock.advance(Duration.ofDays(2));

        assertThat(reef.get("/gate?to=LAUNCH").text()).doesNotContain("objectives-shared");
        assertThat(alerts(reef, reef.get("").position())).isEmpty();
        assertThat(waiver(reef).status()).isEqualTo(400);
    }

    @Test
    void where_the_template_asks_for_it_nobody_launches_without_a_confirmed_objective() {
        asking("RESELL");
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef").inPilot();
        reef.readyForLaunch();

        var refused = reef.move("LAUNCH");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/unmet")).hasSize(1);
        assertThat(refused.json().at("/unmet/0/criterion").asString())
                .isEqualTo("objectives-shared");
        assertThat(refused.json().at("/unmet/0/have").asString()).isEqualTo("no objective");

        done(put(reef, CHAINS, chains("Win the chains", 80, in(90))));
        confirmed(reef, "OURS", "Ada Okafor");
        confirmed(reef, "PARTNER", "Ines Duarte");
        done(put(reef, CHAINS, chains("Win all chains", 80, in(90))));
        confirmed(reef, "PARTNER", "Ines Duarte");
        assertThat(objective(reef).at("/confirmed").asBoolean()).isFalse();
        reef.refresh(confirmed(reef, "OURS", "Ada Okafor").position());

        assertThat(objective(reef).at("/confirmed").asBoolean()).isTrue();
        assertThat(reef.move("LAUNCH").status()).isEqualTo(200);
        assertThat(newest(reef, "PartnershipLaunched").toString())
                .contains("objectives-shared", "Win all chains");
    }

    @Test
    void it_is_waived_as_every_other_criterion() {
        asking("RESELL");
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef").inPilot();
        var asked = waiver(reef);
        assertThat(asked.status()).isEqualTo(201);
        done(
                headway.as(Role.APPROVER)
                        .post(
                                asked.header("Location") + "/decision",
                                "{\"decision\": \"GRANTED\", \"reason\": \"Once\"}"));
        clock.advance(Duration.ofDays(21));
        await().until(() -> rules(reef).contains("waiver-expired"));

        program(outOfTheBox);
        await().until(() -> !rules(reef).contains("waiver-expired"));
    }

    @Test
    void a_key_result_past_its_day_is_told_until_it_is_reached_corrected_or_voided() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        done(put(reef, CHAINS, chains("Win the chains", 80, clock.instant())));
        watching("P2D");
        clock.advance(Duration.ofDays(3));
        var alert = overdue(reef);
        assertThat(alert.at("/subject").asString()).isEqualTo("chains/stores");
        assertThat(alert.at("/about").asString()).isEqualTo("Stores that use both");
        assertThat(alert.at("/why").asString()).contains("overdue key result");
        assertThat(alert.at("/relief").asString()).contains("reaches the target");

        var value = manager.post(reef.path() + VALUES, "{\"value\": 81, \"evidence\": \"Count\"}");
        assertThat(alerts(reef, value.position())).isEmpty();
        var measured = newest(reef, "KeyResultMeasured");
        var corrected =
                manager.post(
                        reef.path() + "/history/" + id(measured) + "/correction",
                        "{\"value\": 18, \"reason\": \"Digits swapped\"}");
        assertThat(alerts(reef, corrected.position())).hasSize(1);
        assertThat(objective(reef).at("/keyResults/0/latest/value").asInt()).isEqualTo(18);
        assertThat(newest(reef, "FactWithdrawn").at("/from").asString()).isEqualTo("81");

        var voided = manager.post(reef.path() + "/voiding", "{\"reason\": \"Twice\"}");
        assertThat(alerts(reef, voided.position())).isEmpty();
        var back = manager.delete(reef.path() + "/voiding");
        assertThat(alerts(reef, back.position())).hasSize(1);
    }

    @Test
    void a_confirmation_and_a_change_are_withdrawn_as_every_fact() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        done(put(reef, CHAINS, chains("Win the chains", 80, in(90))));
        confirmed(reef, "OURS", "Ada Okafor");
        var then = clock.instant();
        clock.advance(Duration.ofHours(1));
        done(put(reef, CHAINS, chains("Win all chains", 80, in(90))));
        assertThat(objective(reef).at("/confirmations")).isEmpty();

        done(withdraw(reef, newest(reef, "ObjectiveChanged")));
        assertThat(objective(reef).at("/title").asString()).isEqualTo("Win the chains");
        assertThat(objective(reef).at("/confirmations/OURS/by").asString()).isEqualTo("Ada Okafor");
        done(withdraw(reef, newest(reef, "ObjectiveConfirmed")));
        assertThat(objective(reef).at("/confirmations")).isEmpty();
        assertThat(
                        reef.get("/objectives?asOf=" + then)
                                .json()
                                .at("/items/0/confirmations/OURS/by")
                                .asString())
                .isEqualTo("Ada Okafor");

        done(withdraw(reef, newest(reef, "ObjectiveShared")));
        assertThat(items(reef)).isEmpty();
        assertThat(put(reef, CHAINS + "/confirmations/OURS", "{\"by\": \"Ada\"}").status())
                .isEqualTo(404);
        done(put(reef, CHAINS, chains("Win the chains", 80, in(90))));
        assertThat(items(reef)).hasSize(1);
    }

    @Test
    void what_has_ended_shares_nothing_and_is_told_of_nothing() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        done(put(reef, CHAINS, chains("Win the chains", 80, clock.instant())));
        watching("PT0S");
        clock.advance(Duration.ofDays(2));
        overdue(reef);
        var ended =
                manager.post(
                        reef.path() + "/transitions",
                        "{\"to\": \"SUNSET\", \"reasonCode\": \"FOCUS\", \"reason\": \"Over\"}",
                        "If-Match",
                        reef.get("").header("ETag"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);

        assertThat(alerts(reef, ended.position())).isEmpty();
        assertThat(put(reef, CHAINS, chains("Win all", 80, in(9))).status()).isEqualTo(409);
        assertThat(manager.post(reef.path() + VALUES, "{\"value\": 81}").status()).isEqualTo(409);
        assertThat(objective(reef).at("/title").asString()).isEqualTo("Win the chains");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/objectives/Chains",
                "/objectives/a--b",
                "/objectives/a%20b",
                "/objectives/%C3%A4"
            })
    void an_id_that_is_none_is_refused(String below) {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        var refused = put(reef, below, chains("Win", 80, in(9)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/objectiveId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title ' '",
                "title null",
                "keyResults []",
                "keyResults null",
                "keyResults/0/id 'A b'",
                "keyResults/0/name ''",
                "keyResults/0/unit null",
                "keyResults/0/target 12",
                "keyResults/0/target 1e30",
                "keyResults/0/baseline 'x'",
                "keyResults/0/dueOn 'someday'",
                "keyResults/0/dueOn '1899-12-31'",
                "keyResults/0/dueOn '+999999999-12-31'",
                "keyResults/0/more 1",
                "effectiveAt '2099-01-01'"
            })
    void what_makes_no_sense_is_refused(String fieldAndValue) {
        var field = fieldAndValue.substring(0, fieldAndValue.indexOf(' '));
        var value = fieldAndValue.substring(field.length() + 1).replace('\'', '"');
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        var body = (ObjectNode) JsonMapper.shared().readTree(chains("Win", 80, in(9)));
        var within = field.startsWith("keyResults/") ? body.at("/keyResults/0") : body;
        ((ObjectNode) within)
                .set(
                        field.substring(field.lastIndexOf('/') + 1),
                        JsonMapper.shared().readTree(value));
        var refused = put(reef, CHAINS, body.toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(items(reef)).isEmpty();
    }

    @Test
    void a_title_is_shown_as_it_was_written_and_the_last_day_there_is_is_a_day() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        done(
                put(
                        reef,
                        CHAINS,
                        chains(
                                "<script>{{1}} \u202e \ud83d\ude80",
                                80, Instant.parse("9999-12-31T00:00:00Z"))));
        watching("PT0S");

        assertThat(objective(reef).at("/title").asString()).startsWith("<script>{{1}}");
        assertThat(alerts(reef, reef.get("").position())).isEmpty();
    }

    private static void asking(String pattern) {
        var program = (ObjectNode) JsonMapper.shared().readTree(outOfTheBox);
        program.withArray("/patterns/" + pattern + "/requires").add("objectives-shared");
        program(program.toString());
    }

    private static void watching(String after) {
        var program = (ObjectNode) JsonMapper.shared().readTree(outOfTheBox);
        program.withObject("/thresholds").put("objective-overdue", after);
        program(program.toString());
    }

    private static void program(String json) {
        done(headway.as(Role.ADMIN).put("/api/v1/program", json));
    }

    private static Answered done(Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answered put(PartnershipOverHttp of, String below, String json) {
        return manager.put(of.path() + below, json);
    }

    private Answered confirmed(PartnershipOverHttp of, String side, String by) {
        return done(put(of, CHAINS + "/confirmations/" + side, "{\"by\": \"%s\"}".formatted(by)));
    }

    private Answered waiver(PartnershipOverHttp of) {
        return manager.post(
                of.path() + "/waivers",
                """
                {"criterion": "objectives-shared", "reason": "Later", "expiresOn": "%s"}
                """
                        .formatted(in(20)));
    }

    private Answered withdraw(PartnershipOverHttp of, JsonNode entry) {
        return manager.post(
                of.path() + "/history/" + id(entry) + "/withdrawal", "{\"reason\": \"Wrong\"}");
    }

    private static String id(JsonNode entry) {
        return entry.at("/eventId").asString();
    }

    private static JsonNode newest(PartnershipOverHttp of, String kind) {
        headway.awaitProjections();
        return of.get("/history?order=desc&limit=1&kind=" + kind).json().at("/items/0");
    }

    private static JsonNode items(PartnershipOverHttp of) {
        headway.awaitProjections();
        return of.get("/objectives").json().at("/items");
    }

    private static JsonNode objective(PartnershipOverHttp of) {
        headway.awaitProjections();
        return of.get("").json().at("/objectives/0");
    }

    private JsonNode overdue(PartnershipOverHttp of) {
        await().until(() -> rules(of).contains("objective-overdue"));
        return alerts(of, 0).getFirst();
    }

    private List<String> rules(PartnershipOverHttp of) {
        return open(of, "", 0).stream().map(each -> each.at("/rule").asString()).toList();
    }

    private List<JsonNode> alerts(PartnershipOverHttp of, long position) {
        return open(of, "&rule=objective-overdue", position);
    }

    private List<JsonNode> open(PartnershipOverHttp of, String more, long position) {
        return manager.get(
                        "/api/v1/alerts?status=OPEN&partnership=" + of.id() + more,
                        "Headway-Position",
                        Long.toString(position))
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static String chains(String title, int target, Instant dueOn) {
        return """
               {"title": "%s", "keyResults": [{"id": "stores", "name": "Stores that use both",
                "unit": "stores", "baseline": 12, "target": %d, "dueOn": "%s"}]}
               """
                .formatted(title, target, dueOn);
    }

    private static Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }
}
