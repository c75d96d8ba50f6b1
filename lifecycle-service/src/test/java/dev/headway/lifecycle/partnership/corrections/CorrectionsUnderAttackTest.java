package dev.headway.lifecycle.partnership.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Corrections by those who may not, in the wrong words, twice, and at the same moment. */
class CorrectionsUnderAttackTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;
    private static final String WHY = "{\"reason\":\"It never held\"}";

    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void only_who_writes_partnerships_corrects_them() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        reef.touchpoint();
        var fact = reef.path() + "/history/" + newest(reef, "TouchpointRecorded");
        for (var role : new Role[] {Role.VIEWER, Role.ADMIN, Role.AUDITOR}) {
            var other = headway.as(role);
            assertThat(other.post(fact + "/withdrawal", WHY).status()).isEqualTo(403);
            assertThat(other.post(fact + "/correction", WHY).status()).isEqualTo(403);
            assertThat(other.patch(reef.path(), "{\"name\":\"X\"}").status()).isEqualTo(403);
            assertThat(other.post(reef.path() + "/voiding", WHY).status()).isEqualTo(403);
            assertThat(other.delete(reef.path() + "/voiding").status()).isEqualTo(403);
        }
        assertThat(headway.as(Role.APPROVER).post(fact + "/withdrawal", WHY).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"reason\":null}",
                "{\"reason\":7}",
                "{\"reason\":{\"a\":[1]}}",
                "{\"reason\":\"x\",\"summary\":null}",
                "{\"reason\":\"x\",\"summary\":{\"a\":[[[]]]}}",
                "{\"reason\":\"x\",\"kind\":[\"WORKSHOP\"]}",
                "{\"reason\":\"x\",\"kind\":\"lunch\"}",
                "{\"reason\":\"x\",\"mood\":\"good\"}",
                "{\"reason\":\"x\",\"effectiveAt\":\"soon\"}",
                "{\"reason\":\"x\",\"effectiveAt\":\"2031-01-01\"}",
                "{\"reason\":\"x\",\"effectiveAt\":{}}"
            })
    void what_is_no_correction_is_told_and_changes_nothing(String body) {
        var kelp = PartnershipOverHttp.registered(manager, clock, "Kelp");
        var touchpoint = kelp.touchpoint();
        var path = kelp.path() + "/history/" + newest(kelp, "TouchpointRecorded");

        var answer = manager.withoutContract().post(path + "/correction", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(kelp.get("").header("ETag")).isEqualTo(touchpoint.header("ETag"));
    }

    @Test
    void an_event_of_another_partnership_is_not_found() {
        var one = PartnershipOverHttp.registered(manager, clock, "One");
        var other = PartnershipOverHttp.registered(manager, clock, "Other");
        other.touchpoint();
        var path = one.path() + "/history/" + newest(other, "TouchpointRecorded");
        var tooLong = "{\"reason\":\"%s\"}".formatted("x".repeat(5000));

        assertThat(manager.post(path + "/withdrawal", WHY).status()).isEqualTo(404);
        assertThat(manager.post(path + "/correction", WHY).status()).isEqualTo(404);
        assertThat(manager.post(path + "/withdrawal", tooLong).status()).isEqualTo(400);
    }

    @Test
    void a_correction_under_the_same_key_is_made_once() {
        var iris = PartnershipOverHttp.registered(manager, clock, "Iris");
        iris.touchpoint();
        var path = iris.path() + "/history/" + newest(iris, "TouchpointRecorded");
        var body = "{\"reason\":\"x\",\"summary\":\"another\"}";

        var first = manager.post(path + "/correction", body, "Idempotency-Key", "c1");
        var again = manager.post(path + "/correction", body, "Idempotency-Key", "c1");
        var other = manager.post(path + "/correction", WHY, "Idempotency-Key", "c1");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
        assertThat(manager.post(path + "/correction", body).status()).isEqualTo(409);
    }

    @Test
    void of_two_at_once_one_puts_it_right() {
        var dune = PartnershipOverHttp.registered(manager, clock, "Dune");
        for (int n = 0; n < 10; n++) {
            dune.touchpoint();
            var path = dune.path() + "/history/" + newest(dune, "TouchpointRecorded");
            var correction = "{\"reason\":\"x\",\"summary\":\"number %d\"}".formatted(n);
            var withdrawing =
                    CompletableFuture.supplyAsync(() -> manager.post(path + "/withdrawal", WHY));
            var correcting = manager.post(path + "/correction", correction);

            assertThat(List.of(withdrawing.join().status(), correcting.status()))
                    .as(correcting.text())
                    .containsExactlyInAnyOrder(200, 409);
            var position = Math.max(withdrawing.join().position(), correcting.position());
            var left =
                    dune.get("", "Headway-Position", "" + position)
                            .json()
                            .at("/touchpoints/count")
                            .asInt();
            assertThat(left).isEqualTo(correcting.status() == 200 ? 1 : 0);
            if (left == 1) {
                manager.post(
                        dune.path()
                                + "/history/"
                                + newest(dune, "TouchpointRecorded")
                                + "/withdrawal",
                        WHY);
            }
        }
    }

    @Test
    void a_promise_keeps_its_delivery_when_only_its_day_or_its_words_are_others() {
        var salt = PartnershipOverHttp.registered(manager, clock, "Salt");
        classify(salt, "one invoice", "2026-06-01");
        var bend = salt.get("").json().at("/bends/0/bendId").asString();
        manager.post(salt.path() + "/bends/" + bend + "/delivery", "{\"evidence\":\"sent\"}");

        classify(salt, "one invoice", "2026-07-01");

        assertThat(salt.get("").json().at("/bends/0/bendId").asString()).isEqualTo(bend);
        assertThat(salt.get("").json().at("/bends/0/dueOn").asString()).startsWith("2026-07-01");
        var corrected =
                manager.post(
                        salt.path()
                                + "/history/"
                                + newest(salt, "PartnershipClassified")
                                + "/correction",
                        promise("one joint invoice", "2026-08-01")
                                .replaceFirst("\\{", "{\"reason\":\"A typing error\","));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        var known =
                salt.get("", "Headway-Position", "" + corrected.position()).json().at("/bends/0");
        assertThat(known.at("/what").asString()).isEqualTo("one joint invoice");
        assertThat(known.has("deliveredAt")).as(known.toString()).isTrue();
    }

    @Test
    void after_more_than_a_hundred_events_it_is_the_same() {
        var long1 = PartnershipOverHttp.registered(manager, clock, "Long");
        for (int n = 0; n < 110; n++) {
            long1.touchpoint();
        }
        var withdrawn =
                manager.post(
                        long1.path()
                                + "/history/"
                                + newest(long1, "TouchpointRecorded")
                                + "/withdrawal",
                        WHY);
        assertThat(withdrawn.status()).isEqualTo(200);
        for (int n = 0; n < 110; n++) {
            long1.touchpoint();
        }
        var again =
                manager.post(
                        long1.path()
                                + "/history/"
                                + newest(long1, "TouchpointRecorded")
                                + "/withdrawal",
                        WHY);
        assertThat(again.status()).isEqualTo(200);
        await().until(() -> long1.get("").json().at("/touchpoints/count").asInt() == 218);
    }

    @Test
    void the_alerts_of_a_voided_partnership_end_keep_its_name_and_come_back_with_it() {
        var lives =
                List.of(
                        PartnershipOverHttp.registered(manager, clock, "Pine"),
                        PartnershipOverHttp.registered(manager, clock, "Pine").inPilot(),
                        PartnershipOverHttp.registered(manager, clock, "Pine").unused());
        lives.forEach(this::overdue);
        manager.post(
                lives.getFirst().path() + "/parking",
                "{\"until\":\"%s\",\"reason\":\"x\"}".formatted(ahead(5)));
        var launched = lives.getLast();
        manager.delete(launched.path() + "/seats/SUPPORT");
        manager.put(
                launched.path() + "/announcement",
                "{\"where\":\"x\",\"announcedOn\":\"%s\"}".formatted(ahead(0)));
        var head = headway.bean(EventLog.class).head();
        var steps = launched.get("/next-steps", "Headway-Position", "" + head).json();
        for (var step : List.of("/open/1", "/open/2")) {
            var id = steps.at(step + "/stepId").asString();
            manager.post(launched.path() + "/steps/" + id + "/drop", "{\"reason\":\"x\"}");
        }
        clock.advance(Duration.ofDays(125));
        await().until(
                        () ->
                                lives.stream()
                                                .flatMap(each -> rules(each).stream())
                                                .distinct()
                                                .count()
                                        == Rules.ALL.size() - 2); // two are off
        var before = lives.stream().map(this::rules).toList();

        lives.forEach(each -> manager.post(each.path() + "/voiding", WHY));
        await().until(() -> lives.stream().allMatch(each -> rules(each).isEmpty()));
        assertThat(manager.post(lives.getFirst().path() + "/voiding", WHY).status()).isEqualTo(200);
        lives.forEach(each -> manager.delete(each.path() + "/voiding"));

        await().until(() -> lives.stream().map(this::rules).toList().equals(before));
        assertThat(
                        manager.get("/api/v1/alerts?partnership=" + lives.getLast().id())
                                .json()
                                .at("/items"))
                .allMatch(each -> each.at("/partnershipName").asString().equals("Pine"));
        assertThat(manager.delete(lives.getLast().path() + "/voiding").status()).isEqualTo(200);
    }

    /** What does not come with its stage: promises that are not kept, and an exception. */
    private void overdue(PartnershipOverHttp of) {
        manager.put(of.path() + "/classification", promise("one invoice", ahead(30)));
        manager.post(
                of.path() + "/obligations",
                "{\"what\":\"a\",\"owedTo\":\"b\",\"dueOn\":\"%s\"}".formatted(ahead(40)));
        manager.post(
                of.path() + "/steps",
                "{\"title\":\"a\",\"owner\":\"b\",\"side\":\"OURS\",\"dueOn\":\"%s\"}"
                        .formatted(ahead(3)));
        var waiver =
                manager.post(
                        of.path() + "/waivers",
                        "{\"criterion\":\"seam-funded\",\"reason\":\"x\",\"expiresOn\":\"%s\"}"
                                .formatted(ahead(80)));
        headway.as(Role.APPROVER)
                .post(
                        waiver.header("Location") + "/decision",
                        "{\"decision\":\"GRANTED\",\"reason\":\"x\"}");
    }

    private static String ahead(int days) {
        return clock.instant().plus(Duration.ofDays(days)).toString();
    }

    /** Of the alerts that are open. */
    private List<String> rules(PartnershipOverHttp of) {
        return manager.get("/api/v1/alerts?status=OPEN&limit=200&partnership=" + of.id())
                .json()
                .at("/items")
                .valueStream()
                .map(each -> each.at("/rule").asString())
                .sorted()
                .toList();
    }

    /** Until what is asked next knows of it. */
    private void classify(PartnershipOverHttp of, String what, String dueOn) {
        var answer = manager.put(of.path() + "/classification", promise(what, dueOn));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(of.get("", "Headway-Position", "" + answer.position()).status()).isEqualTo(200);
    }

    private static String promise(String what, String dueOn) {
        return """
        {"classification":"STRATEGIC",
         "bends":[{"bend":"PACKAGING","what":"%s","dueOn":"%s"}]}
        """
                .strip()
                .formatted(what, dueOn);
    }

    private String newest(PartnershipOverHttp of, String type) {
        var position = headway.bean(EventLog.class).head();
        var cursor = "";
        JsonNode newest = null;
        do {
            var page =
                    of.get("/history?limit=200" + cursor, "Headway-Position", "" + position).json();
            for (var each : page.at("/items")) {
                newest = each.at("/type").asString().equals(type) ? each : newest;
            }
            cursor =
                    page.hasNonNull("nextCursor")
                            ? "&cursor=" + page.at("/nextCursor").asString()
                            : "";
        } while (!cursor.isEmpty());
        return Objects.requireNonNull(newest).at("/eventId").asString();
    }
}
