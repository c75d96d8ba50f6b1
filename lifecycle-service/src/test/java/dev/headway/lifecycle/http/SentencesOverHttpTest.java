package dev.headway.lifecycle.http;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gates and lists mean what their sentences say, as a caller sees it. */
class SentencesOverHttpTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;

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
    void what_has_ended_nags_nobody_and_its_steps_can_still_be_dropped() {
        var coral = PartnershipOverHttp.registered(manager, clock, "Coral").launched();
        clock.advance(Duration.ofDays(70));
        await().until(() -> unresolved(coral) > 0);
        manager.put(coral.path() + "/customer-notice", notice("2026-03-02"));
        var ended = end(coral);
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);

        clock.advance(Duration.ofDays(100));

        await().until(() -> unresolved(coral) == 0);
        var asked = List.of("Headway-Position", Long.toString(ended.position()));
        var everybodys = manager.get("/api/v1/next-steps?limit=200", asked.toArray(String[]::new));
        assertThat(everybodys.text()).doesNotContain(coral.id());
        var plan = coral.get("/next-steps");
        assertThat(plan.json().at("/open")).isEmpty();
        assertThat(plan.json().at("/next")).isEmpty();
        var step = coral.get("").json().at("/steps/0/stepId").asString();
        assertThat(post(coral, "/steps/" + step + "/drop", "{\"reason\":\"It is over\"}").status())
                .isEqualTo(200);
    }

    @Test
    void a_prospect_that_never_had_a_customer_ends_with_a_reason_alone() {
        var pearl = PartnershipOverHttp.registered(manager, clock, "Pearl");

        assertThat(end(pearl).json().at("/stage").asString()).isEqualTo("SUNSET");
    }

    @Test
    void one_customer_typed_five_ways_is_one_customer() {
        var kelp = PartnershipOverHttp.registered(manager, clock, "Kelp").launched();
        for (var customer :
                List.of(
                        "Stra\u00dfe & S\u00f6hne",
                        "STRASSE & S\u00d6HNE",
                        "strasse & so\u0308hne",
                        " Stra\u00dfe\u00a0&  S\u00f6hne\u200b",
                        "stra\u00dfe & sohne")) {
            var won =
                    "{\"customer\":\"%s\",\"summary\":\"live\",\"evidence\":\"mail\"}"
                            .formatted(customer);
            assertThat(post(kelp, "/joint-wins", won).status()).isEqualTo(200);
        }

        // the sixth is Harbour Foods, which came with the launch
        assertThat(criterion(kelp, "SCALED", "repeatable-motion").at("/have").asString())
                .isEqualTo("6 joint wins with 2 customers");
    }

    @Test
    void a_notice_in_the_future_tells_nobody_yet() {
        var shoal = PartnershipOverHttp.registered(manager, clock, "Shoal").launched();
        manager.put(shoal.path() + "/customer-notice", notice("2027-12-01"));

        assertThat(criterion(shoal, "SUNSET", "customers-notified").at("/met").asBoolean())
                .isFalse();
        assertThat(end(shoal).status()).isEqualTo(422);
    }

    @Test
    void a_waiver_past_its_date_cannot_be_granted() {
        var tide = PartnershipOverHttp.registered(manager, clock, "Tide");
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        var asked =
                post(
                        tide,
                        "/waivers",
                        "{\"criterion\":\"seams-pass\",\"reason\":\"late\",\"expiresOn\":\"%s\"}"
                                .formatted(tomorrow));
        var waiver = tide.path() + "/waivers/" + asked.json().at("/waiverId").asString();
        clock.advance(Duration.ofDays(2));

        var approver = headway.as(Role.APPROVER);
        var granted = "{\"decision\":\"GRANTED\",\"reason\":\"fine\"}";
        assertThat(approver.post(waiver + "/decision", granted).status()).isBetween(400, 422);
        assertThat(
                        approver.post(waiver + "/decision", granted.replace("GRANTED", "REFUSED"))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void however_much_is_owed_a_refusal_is_short() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        var owed =
                "{\"what\":\"%s\",\"owedTo\":\"Globex\",\"dueOn\":\"2027-01-31\"}"
                        .formatted("x".repeat(4_000));
        for (int n = 0; n < 20; n++) {
            assertThat(post(reef, "/obligations", owed).status()).isEqualTo(201);
        }

        var refused = end(reef);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).hasSizeLessThan(5_000).contains("15 more");
        assertThat(reef.get("/gate?to=SUNSET").text()).hasSizeLessThan(5_000);
    }

    @Test
    void what_is_due_today_is_not_overdue_today() {
        var buoy = PartnershipOverHttp.registered(manager, clock, "Buoy");
        var today = clock.instant().toString().substring(0, 10);
        var planned =
                post(
                        buoy,
                        "/steps",
                        "{\"title\":\"Call\",\"owner\":\"Buoy\",\"side\":\"OURS\",\"dueOn\":\"%s\"}"
                                .formatted(today));
        var position = Long.toString(planned.position());

        assertThat(overdue(position)).doesNotContain(buoy.id());
        clock.advance(Duration.ofDays(1));
        assertThat(overdue(position)).contains(buoy.id());
    }

    private String overdue(String position) {
        return manager.get(
                        "/api/v1/next-steps?owner=Buoy&due=overdue", "Headway-Position", position)
                .text();
    }

    private int unresolved(PartnershipOverHttp of) {
        var path = "/api/v1/alerts?limit=200&status=OPEN&partnership=" + of.id();
        return manager.get(path).json().at("/items").size();
    }

    private static JsonNode criterion(PartnershipOverHttp of, String to, String id) {
        return of.get("/gate?to=" + to)
                .json()
                .at("/criteria")
                .valueStream()
                .filter(each -> each.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** On the version that it is at, whatever it was. */
    private Answered end(PartnershipOverHttp of) {
        return manager.post(
                of.path() + "/transitions",
                "{\"to\":\"SUNSET\",\"reasonCode\":\"FOCUS\",\"reason\":\"No focus left\"}",
                "If-Match",
                "*");
    }

    private Answered post(PartnershipOverHttp of, String below, String body) {
        return manager.post(of.path() + below, body);
    }

    private static String notice(String day) {
        return "{\"how\":\"By letter\",\"notifiedOn\":\"%s\"}".formatted(day);
    }
}
