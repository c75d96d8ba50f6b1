package dev.headway.lifecycle.partnership.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was recorded wrongly is put right, and every answer follows. */
class CorrectionsOverHttpTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(START);
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_mistaken_touchpoint_is_withdrawn_and_the_ghost_town_is_one_again() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef").inPilot();
        clock.advance(Duration.ofDays(60));
        var mistaken = reef.touchpoint();
        assertThat(known(reef, mistaken).at("/ghostTown").asBoolean()).isFalse();
        var asOf = clock.instant();
        clock.advance(Duration.ofHours(1));

        var withdrawn = withdraw(reef, "TouchpointRecorded", mistaken);

        assertThat(known(reef, withdrawn).at("/ghostTown").asBoolean()).isTrue();
        assertThat(known(reef, withdrawn).at("/touchpoints/count").asInt()).isZero();
        assertThat(known(reef, withdrawn).at("/version").asLong())
                .isEqualTo(withdrawn.json().at("/version").asLong());
        assertThat(listed("ghost=true&q=Reef", withdrawn).size()).isOne();
        assertThat(listed("openRule=ghost-town&q=Reef", withdrawn).size()).isOne();
        assertThat(known(reef, withdrawn).at("/openRules").toString()).contains("ghost-town");
        await().until(() -> openGhostTowns(reef) == 1);
        assertThat(reef.get("?asOf=" + asOf).json().at("/touchpoints/count").asInt()).isOne();
        assertThat(reef.get("?asOf=" + asOf).json().at("/ghostTown").asBoolean()).isFalse();
        assertThat(
                        reef.get("?asOf=" + asOf + "&asOfTime=effective")
                                .json()
                                .at("/touchpoints/count")
                                .asInt())
                .isZero();
        var entry = entry(reef, "TouchpointRecorded", withdrawn);
        assertThat(entry.at("/withdrawn/reason").asString()).isEqualTo("It was another company");
        assertThat(entry.at("/withdrawn/actor").asString()).isEqualTo("manager");
    }

    @Test
    void a_corrected_measurement_stands_where_the_wrong_one_was() {
        var coral = PartnershipOverHttp.registered(manager, clock, "Coral").launched();
        var wrong =
                manager.post(
                        coral.path() + "/measurements",
                        "{\"value\":300,\"evidence\":\"Report of May\"}");
        var later = manager.post(coral.path() + "/joint-wins", win("Harbour Foods"));

        var corrected = correct(coral, "MeasurementTaken", later, "{\"value\":24}");

        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        var measurements = known(coral, corrected).at("/measurements");
        assertThat(measurements.size()).isOne();
        assertThat(measurements.at("/0/value").asInt()).isEqualTo(24);
        assertThat(measurements.at("/0/evidence").asString()).isEqualTo("Report of May");
        var history = history(coral, corrected);
        assertThat(last(history).at("/type").asString()).isEqualTo("MeasurementTaken");
        assertThat(last(history).at("/corrects").asString())
                .isEqualTo(entry(coral, "MeasurementTaken", wrong).at("/eventId").asString());
        assertThat(entry(coral, "MeasurementTaken", wrong).at("/correctedBy"))
                .isEqualTo(last(history).at("/eventId"));
        assertThat(gate(coral, "SCALED", "leverage-proved").at("/have").asString())
                .contains("1 of 2");
    }

    @Test
    void what_was_corrected_is_withdrawn_where_it_stands_and_nowhere_else() {
        var kelp = PartnershipOverHttp.registered(manager, clock, "Kelp").launched();
        var won = manager.post(kelp.path() + "/joint-wins", win("Harbour Foods"));
        var wrong = entry(kelp, "JointWinRecorded", won).at("/eventId").asString();
        correct(kelp, "JointWinRecorded", won, "{\"customer\":\"Harbour Foods Ltd\"}");

        var refused =
                manager.post(
                        kelp.path() + "/history/" + wrong + "/withdrawal",
                        "{\"reason\":\"It never was\"}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text()).contains("It was corrected; withdraw what stands instead");
    }

    @Test
    void a_correction_is_held_to_what_its_own_call_asks_for() {
        var kelp = PartnershipOverHttp.registered(manager, clock, "Kelp");
        var touchpoint = kelp.touchpoint();

        var refused = correct(kelp, "TouchpointRecorded", touchpoint, "{\"kind\":\"LUNCH\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/kind");
        assertThat(correct(kelp, "TouchpointRecorded", touchpoint, "{\"mood\":1}").status())
                .isEqualTo(400);
        assertThat(correct(kelp, "TouchpointRecorded", touchpoint, "{\"summary\":\" \"}").status())
                .isEqualTo(400);
        assertThat(
                        correct(
                                        kelp,
                                        "TouchpointRecorded",
                                        touchpoint,
                                        "{\"effectiveAt\":\"2031-01-01\"}")
                                .status())
                .isEqualTo(400);
        assertThat(correct(kelp, "PartnershipRegistered", touchpoint, "{\"name\":\"X\"}").status())
                .isEqualTo(400);
        assertThat(
                        manager.post(
                                        kelp.path() + "/history/nobody/withdrawal",
                                        "{\"reason\":\"x\"}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void a_moves_date_is_corrected_between_its_neighbours() {
        clock.advance(Duration.ofDays(10));
        var dune = PartnershipOverHttp.registered(manager, clock, "Dune");
        clock.advance(Duration.ofDays(10));
        dune.inPilot();
        clock.advance(Duration.ofDays(10));
        var seen = dune.touchpoint();
        var moved = clock.instant().minus(Duration.ofDays(15));

        var corrected = correct(dune, "PilotStarted", seen, "{\"effectiveAt\":\"" + moved + "\"}");

        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(known(dune, corrected).at("/stageSince").asString()).isEqualTo(moved.toString());
        assertThat(known(dune, corrected).at("/daysInStage").asInt()).isEqualTo(15);
        var early = clock.instant().minus(Duration.ofDays(40));
        assertThat(
                        correct(dune, "PilotStarted", seen, "{\"effectiveAt\":\"" + early + "\"}")
                                .json()
                                .at("/errors/0/message")
                                .asString())
                .startsWith("lies before the previous move");
        assertThat(withdraw(dune, "PilotStarted", seen).status()).isEqualTo(409);
    }

    @Test
    void a_completed_step_is_reopened_and_its_motion_is_gone() {
        var salt = PartnershipOverHttp.registered(manager, clock, "Salt").inPilot();
        var planned = salt.step("Sign", "OURS", Duration.ofDays(9));
        var before = known(salt, planned).at("/lastMotion/event").asString();
        var stepId = planned.json().at("/stepId").asString();
        var done = manager.post(salt.path() + "/steps/" + stepId + "/completion", "{}");
        assertThat(known(salt, done).at("/lastMotion/event").asString()).isEqualTo("StepCompleted");

        var reopened =
                manager.post(
                        salt.path() + "/steps/" + stepId + "/reopening",
                        "{\"reason\":\"Not signed\"}");

        assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
        assertThat(known(salt, reopened).at("/lastMotion/event").asString()).isEqualTo(before);
        assertThat(salt.get("/next-steps").json().at("/secured").asInt()).isOne();
        assertThat(manager.post(salt.path() + "/steps/" + stepId + "/completion", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void another_name_and_partner_show_from_now_on() {
        var iris = PartnershipOverHttp.registered(manager, clock, "Iris");
        var asOf = clock.instant();
        clock.advance(Duration.ofMinutes(1));

        var renamed =
                manager.patch(
                        iris.path(),
                        """
                        {"name":"Iris North","partner":{"type":"TELCO","website":"https://iris.example"},
                         "segment":"smb","reason":"They merged"}
                        """);

        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        var known = known(iris, renamed);
        assertThat(known.at("/name").asString()).isEqualTo("Iris North");
        assertThat(known.at("/partner/name").asString()).isEqualTo("Iris Ltd");
        assertThat(known.at("/partner/type").asString()).isEqualTo("TELCO");
        assertThat(known.at("/segment").asString()).isEqualTo("smb");
        assertThat(listed("q=Iris%20North&type=TELCO", renamed).size()).isOne();
        assertThat(iris.get("?asOf=" + asOf).json().at("/name").asString()).isEqualTo("Iris");
        var again = manager.patch(iris.path(), "{\"segment\":null,\"name\":\"Iris North\"}");
        assertThat(known(iris, again).has("segment")).isFalse();
        assertThat(manager.patch(iris.path(), "{\"name\":\" \"}").status()).isEqualTo(400);
    }

    @Test
    void what_was_registered_twice_is_voided_and_back_when_it_is_unvoided() {
        var twin = PartnershipOverHttp.registered(manager, clock, "Twin").inPilot();
        twin.step("Call", "OURS", Duration.ofDays(3));
        var stays = PartnershipOverHttp.registered(manager, clock, "Twin");

        var voided =
                manager.post(
                        twin.path() + "/voiding",
                        "{\"reason\":\"Registered twice\",\"twinOf\":\"%s\"}"
                                .formatted(stays.id()));

        assertThat(voided.status()).as(voided.text()).isEqualTo(200);
        assertThat(listed("q=Twin", voided).size()).isOne();
        assertThat(listed("q=Twin&voided=true", voided).at("/0/id").asString())
                .isEqualTo(twin.id());
        assertThat(known(twin, voided).at("/voided").asBoolean()).isTrue();
        assertThat(steps(twin, voided)).isZero();
        assertThat(
                        manager.post(
                                        twin.path() + "/touchpoints",
                                        "{\"kind\":\"JOINT_CALL\",\"summary\":\"x\"}")
                                .status())
                .isEqualTo(409);
        assertThat(
                        manager.post(
                                        stays.path() + "/voiding",
                                        "{\"reason\":\"x\",\"twinOf\":\"nobody\"}")
                                .status())
                .isEqualTo(400);

        var back = manager.delete(twin.path() + "/voiding");

        assertThat(listed("q=Twin", back).size()).isEqualTo(2);
        assertThat(steps(twin, back)).isOne();
        assertThat(known(twin, back).at("/stage").asString()).isEqualTo("PILOT");
    }

    @Test
    void of_twins_one_stays_however_often_somebody_voids() {
        var first = PartnershipOverHttp.registered(manager, clock, "Triplet");
        var second = PartnershipOverHttp.registered(manager, clock, "Triplet");
        var third = PartnershipOverHttp.registered(manager, clock, "Triplet");
        assertThat(voided(first, second.id()).status()).isEqualTo(200);

        assertThat(voided(second, first.id()).status()).isEqualTo(400);
        var refused = voided(second, null);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text()).contains(first.id());
        assertThat(voided(second, third.id()).status()).isEqualTo(200);
        assertThat(voided(third, null).text()).contains(second.id());
        assertThat(voided(third, second.id()).status()).isEqualTo(400);
        assertThat(voided(third, first.id()).status()).isEqualTo(400);

        manager.delete(second.path() + "/voiding");
        assertThat(voided(third, null).status()).isEqualTo(200);
        assertThat(voided(second, null).text()).contains(first.id());
    }

    @Test
    void two_who_void_each_others_twin_at_once_leave_one() {
        for (var round = 0; round < 5; round++) {
            var one = PartnershipOverHttp.registered(manager, clock, "Pair " + round);
            var other = PartnershipOverHttp.registered(manager, clock, "Pair " + round);

            var statuses =
                    Stream.of(List.of(one, other), List.of(other, one))
                            .gather(
                                    Gatherers.mapConcurrent(
                                            2,
                                            pair -> voided(pair.get(0), pair.get(1).id()).status()))
                            .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 400);
        }
    }

    private Answered voided(PartnershipOverHttp partnership, @Nullable String twinOf) {
        var twin = twinOf == null ? "" : ",\"twinOf\":\"%s\"".formatted(twinOf);
        return manager.post(
                partnership.path() + "/voiding", "{\"reason\":\"Registered twice\"" + twin + "}");
    }

    @Test
    void a_key_that_somebody_else_has_by_now_keeps_a_voided_partnership_voided() {
        var first = PartnershipOverHttp.registered(manager, clock, "Key holder");
        var second = PartnershipOverHttp.registered(manager, clock, "Key taker");
        manager.patch(first.path(), "{\"externalKey\":\"key-1\"}");
        manager.post(first.path() + "/voiding", "{\"reason\":\"Registered twice\"}");
        var taken = manager.patch(second.path(), "{\"externalKey\":\"key-1\"}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);

        var refused = manager.delete(first.path() + "/voiding");

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().at("/detail").asString())
                .startsWith("Its external key is that of Key taker by now");
        assertThat(refused.json().at("/partnership/id").asString()).isEqualTo(second.id());
    }

    @Test
    void a_pilot_steps_back_to_prospect_and_loses_its_scope() {
        var pine = PartnershipOverHttp.registered(manager, clock, "Pine").inPilot();

        var back = pine.move("PROSPECT");

        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(known(pine, back).at("/stage").asString()).isEqualTo("PROSPECT");
        assertThat(gate(pine, "PILOT", "pilot-scoped").at("/met").asBoolean()).isFalse();
        assertThat(gate(pine, "PILOT", "leverage-claimed").at("/met").asBoolean()).isTrue();
    }

    @Test
    void who_registers_a_twin_is_told_of_it() {
        var first = PartnershipOverHttp.registered(manager, clock, "Strasse Nord");

        var twin =
                manager.post(
                        "/api/v1/partnerships",
                        """
                        {"name":"STRASSE  nord","partner":{"name":"Stra\u00dfe nord LTD","type":"OTHER"}}
                        """);

        assertThat(twin.status()).isEqualTo(201);
        assertThat(twin.json().at("/possibleTwins/0/id").asString()).isEqualTo(first.id());
        assertThat(twin.json().at("/possibleTwins").size()).isOne();
        manager.post(first.path() + "/voiding", "{\"reason\":\"Registered twice\"}");
        var third = PartnershipOverHttp.registered(manager, clock, "Other name");
        assertThat(third.id()).isNotEmpty();
    }

    @Test
    void a_file_means_the_partnership_that_has_its_key_now() {
        var admin = headway.as(Role.ADMIN);
        var first = imported(admin, "key-1", "Fjord");
        var id = first.json().at("/rows/0/partnershipId").asString();
        var path = "/api/v1/partnerships/" + id;
        assertThat(manager.patch(path, "{\"externalKey\":\"key-2\"}").status()).isEqualTo(200);

        var again = imported(admin, "key-2", "Fjord West");

        assertThat(again.json().at("/rows/0/partnershipId").asString()).isEqualTo(id);
        assertThat(again.json().at("/rows/0/outcome").asString()).isEqualTo("UPDATED");
        assertThat(imported(admin, "key-1", "Fjord").json().at("/rows/0/outcome").asString())
                .isEqualTo("REJECTED");
        var other = PartnershipOverHttp.registered(manager, clock, "Other");
        assertThat(manager.patch(other.path(), "{\"externalKey\":\"key-2\"}").status())
                .isEqualTo(400);
        assertThat(listed("externalKey=key-2", again).at("/0/name").asString())
                .isEqualTo("Fjord West");
    }

    @Test
    void what_a_description_does_not_name_stays_and_what_is_blank_in_it_is_taken_away() {
        var admin = headway.as(Role.ADMIN);
        var id = imported(admin, "keeps-1", "Kelp").json().at("/rows/0/partnershipId").asString();
        var path = "/api/v1/partnerships/" + id;
        manager.patch(
                path, "{\"segment\":\"smb\",\"partner\":{\"website\":\"https://k.example\"}}");

        var renamed =
                manager.patch(path, "{\"name\":\"Kelp 2\",\"partner\":{\"type\":\"AGENCY\"}}");

        var known =
                manager.get(path, "Headway-Position", renamed.header("Headway-Position")).json();
        assertThat(known.at("/externalKey").asString()).isEqualTo("keeps-1");
        assertThat(known.at("/segment").asString()).isEqualTo("smb");
        assertThat(known.at("/partner/website").asString()).isEqualTo("https://k.example");
        var blank =
                manager.patch(
                        path,
                        "{\"segment\":\""
                                + " \",\"externalKey\":\"\u200b\",\"partner\":{\"website\":\"\"}}");
        var without =
                manager.get(path, "Headway-Position", blank.header("Headway-Position")).json();
        assertThat(without.has("externalKey")).isFalse();
        assertThat(without.has("segment")).isFalse();
        assertThat(without.at("/partner").has("website")).isFalse();
        var again = manager.patch(path, "{\"segment\":null,\"externalKey\":null}");
        assertThat(again.header("ETag")).isEqualTo(blank.header("ETag"));
        assertThat(manager.patch(path, "{\"name\":\"\u2800\"}").text())
                .contains("must not be blank");
    }

    @Test
    void a_key_is_the_same_by_hand_and_by_file_whatever_nobody_sees_in_it() {
        var admin = headway.as(Role.ADMIN);
        imported(admin, "plain 1", "Moss");
        var other = PartnershipOverHttp.registered(manager, clock, "Other moss");
        assertThat(
                        manager.patch(other.path(), "{\"externalKey\":\"plain\u200b\u00a0 1\"}")
                                .status())
                .isEqualTo(400);

        var keyed = manager.patch(other.path(), "{\"externalKey\":\"plain\u200b  2\"}");

        assertThat(listed("externalKey=plain%202", keyed).at("/0/id").asString())
                .isEqualTo(other.id());
        assertThat(listed("externalKey=plain%C2%A0%202", keyed).size()).isOne();
        assertThat(imported(admin, "plain 2", "Moss").json().at("/rows/0/outcome").asString())
                .isEqualTo("REJECTED");
    }

    @Test
    void a_file_may_say_when_it_really_moved_once_its_motion_is_withdrawn() {
        var admin = headway.as(Role.ADMIN);
        var file =
                "externalKey,name,partnerName,partnerType,registeredAt,lastMotionAt\n"
                        + "moved-1,Moss,M,TELCO,2025-01-01,%s\n";
        upload(admin, file.formatted("2025-06-01"));
        var rejected = upload(admin, file.formatted("2025-05-01")).json().at("/rows/0");
        var call =
                rejected.toString()
                        .replaceAll("(?s).*withdraw it by POST ([^\"]+)\".*", "/api/v1$1");
        assertThat(manager.post(call, "{\"reason\":\"Another company\"}").status())
                .as(call)
                .isEqualTo(200);

        assertThat(outcome(upload(admin, file.formatted("2025-06-01")))).isEqualTo("UNCHANGED");
        assertThat(outcome(upload(admin, file.formatted("2025-05-01")))).isEqualTo("UPDATED");
        assertThat(outcome(upload(admin, file.formatted("2025-05-01")))).isEqualTo("UNCHANGED");
        assertThat(outcome(upload(admin, file.formatted("2025-04-01")))).isEqualTo("REJECTED");
    }

    private static String outcome(Caller.Answered upload) {
        return upload.json().at("/rows/0/outcome").asString();
    }

    private static Caller.Answered upload(Caller admin, String file) {
        return admin.send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(file));
    }

    private static Caller.Answered imported(Caller admin, String key, String name) {
        var file =
                """
                externalKey,name,partnerName,partnerType,registeredAt
                %s,%s,Fjord Ltd,TELCO,2026-01-01
                """
                        .formatted(key, name);
        var answer =
                admin.send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(file));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Caller.Answered withdraw(PartnershipOverHttp of, String type, Caller.Answered after) {
        return manager.post(
                of.path() + "/history/" + eventId(of, type, after) + "/withdrawal",
                "{\"reason\":\"It was another company\"}");
    }

    private Caller.Answered correct(
            PartnershipOverHttp of, String type, Caller.Answered after, String fields) {
        return manager.post(
                of.path() + "/history/" + eventId(of, type, after) + "/correction",
                fields.replaceFirst("\\{", "{\"reason\":\"A typing error\","));
    }

    private static String eventId(PartnershipOverHttp of, String type, Caller.Answered after) {
        return entry(of, type, after).at("/eventId").asString();
    }

    private static JsonNode entry(PartnershipOverHttp of, String type, Caller.Answered after) {
        return history(of, after)
                .valueStream()
                .filter(each -> each.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode last(JsonNode items) {
        return items.get(items.size() - 1);
    }

    private static JsonNode history(PartnershipOverHttp of, Caller.Answered after) {
        return of.get("/history?limit=200", "Headway-Position", after.header("Headway-Position"))
                .json()
                .at("/items");
    }

    private static JsonNode known(PartnershipOverHttp of, Caller.Answered after) {
        return of.get("", "Headway-Position", after.header("Headway-Position")).json();
    }

    private JsonNode listed(String query, Caller.Answered after) {
        return manager.get(
                        "/api/v1/partnerships?" + query,
                        "Headway-Position",
                        after.header("Headway-Position"))
                .json()
                .at("/items");
    }

    private long steps(PartnershipOverHttp of, Caller.Answered after) {
        return manager.get(
                        "/api/v1/next-steps?limit=200",
                        "Headway-Position",
                        after.header("Headway-Position"))
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/partnershipId").asString().equals(of.id()))
                .count();
    }

    private static JsonNode gate(PartnershipOverHttp of, String to, String criterion) {
        return of.get("/gate?to=" + to)
                .json()
                .at("/criteria")
                .valueStream()
                .filter(each -> each.at("/id").asString().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private int openGhostTowns(PartnershipOverHttp of) {
        return manager.get("/api/v1/alerts?rule=ghost-town&status=OPEN&partnership=" + of.id())
                .json()
                .at("/items")
                .size();
    }

    private static String win(String customer) {
        return "{\"customer\":\"%s\",\"summary\":\"in use\",\"evidence\":\"signed\"}"
                .formatted(customer);
    }
}
