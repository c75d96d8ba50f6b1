package dev.headway.lifecycle.partnership.waivers;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A waiver is a fact as others are: who recorded it by mistake withdraws it. */
class WithdrawnWaiverTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;
    private static Caller approver;
    private long position;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
        approver = headway.as(Role.APPROVER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void an_asking_that_is_withdrawn_waits_for_nobody() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        var asked = asked(reef, "seams-pass", 30);

        var withdrawn = withdrawn(reef, "WaiverRequested");

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(known(reef, withdrawn).at("/waivers").size()).isZero();
        assertThat(decided(asked, "GRANTED").status()).isEqualTo(404);
        assertThat(asked(reef, "seams-pass", 30).status()).isEqualTo(201);
    }

    @Test
    void a_granted_waiver_that_is_withdrawn_excuses_nothing_and_waits_to_be_decided_again() {
        var coral = PartnershipOverHttp.registered(manager, clock, "Coral");
        var asked = asked(coral, "seams-pass", 30);
        var before = exceptions(decided(asked, "GRANTED"));
        assertThat(criterion(coral, "seams-pass").has("waiver")).isTrue();

        var withdrawn = withdrawn(coral, "WaiverGranted");

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(criterion(coral, "seams-pass").has("waiver")).isFalse();
        assertThat(known(coral, withdrawn).at("/waivers/0/status").asString())
                .isEqualTo("REQUESTED");
        assertThat(exceptions(withdrawn)).isEqualTo(before - 1);
        assertThat(decided(asked, "REFUSED").status()).isEqualTo(200);
        var entry = entry(coral, "WaiverGranted");
        assertThat(entry.at("/withdrawn/reason").asString()).isEqualTo("It was another one");
    }

    @Test
    void what_was_never_asked_for_was_never_granted() {
        var kelp = PartnershipOverHttp.registered(manager, clock, "Kelp");
        var before = exceptions(decided(asked(kelp, "seams-pass", 30), "GRANTED"));

        var withdrawn = withdrawn(kelp, "WaiverRequested");

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(known(kelp, withdrawn).at("/waivers").size()).isZero();
        assertThat(criterion(kelp, "seams-pass").has("waiver")).isFalse();
        assertThat(exceptions(withdrawn)).isEqualTo(before - 1);
        assertThat(criterion(kelp, "seams-pass").at("/met").asBoolean()).isFalse();
    }

    @Test
    void a_refusal_that_is_withdrawn_lets_the_waiver_be_granted() {
        var shoal = PartnershipOverHttp.registered(manager, clock, "Shoal");
        var asked = asked(shoal, "seams-pass", 30);
        assertThat(decided(asked, "REFUSED").status()).isEqualTo(200);

        assertThat(withdrawn(shoal, "WaiverRefused").status()).isEqualTo(200);

        assertThat(decided(asked, "GRANTED").status()).isEqualTo(200);
    }

    @Test
    void an_alert_about_an_expired_waiver_ends_with_the_waiver() {
        var tide = PartnershipOverHttp.registered(manager, clock, "Tide").inPilot();
        decided(asked(tide, "seams-pass", 5), "GRANTED");
        clock.advance(Duration.ofDays(7));
        await().until(() -> expired(tide, "OPEN") == 1);
        assertThat(tide.get("").json().at("/outOfCompliance").size()).isOne();

        var withdrawn = withdrawn(tide, "WaiverGranted");

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        await().until(() -> expired(tide, "RESOLVED") == 1);
        assertThat(expired(tide, "OPEN")).isZero();
        assertThat(known(tide, withdrawn).at("/outOfCompliance").size()).isZero();
    }

    @Test
    void a_waiver_is_withdrawn_by_those_who_write_and_corrected_by_nobody() {
        var pier = PartnershipOverHttp.registered(manager, clock, "Pier");
        asked(pier, "seams-pass", 30);
        var event = entry(pier, "WaiverRequested").at("/eventId").asString();
        var path = pier.path() + "/history/" + event;

        assertThat(headway.as(Role.VIEWER).post(path + "/withdrawal", WHY).status()).isEqualTo(403);
        assertThat(manager.post(path + "/correction", WHY).status()).isEqualTo(400);
        assertThat(manager.post(path + "/withdrawal", WHY).status()).isEqualTo(200);
        assertThat(manager.post(path + "/withdrawal", WHY).status()).isEqualTo(200);
    }

    private static final String WHY = "{\"reason\":\"It was another one\"}";

    private Answered asked(PartnershipOverHttp of, String criterion, int days) {
        return written(
                manager.post(
                        of.path() + "/waivers",
                        "{\"criterion\":\"%s\",\"reason\":\"Late\",\"expiresOn\":\"%s\"}"
                                .formatted(
                                        criterion, clock.instant().plus(Duration.ofDays(days)))));
    }

    private Answered decided(Answered asked, String decision) {
        return written(
                approver.post(
                        asked.header("Location") + "/decision",
                        "{\"decision\":\"%s\",\"reason\":\"Well\"}".formatted(decision)));
    }

    private Answered withdrawn(PartnershipOverHttp of, String kind) {
        var event = entry(of, kind).at("/eventId").asString();
        return written(manager.post(of.path() + "/history/" + event + "/withdrawal", WHY));
    }

    private Answered written(Answered answer) {
        position = Math.max(position, answer.position());
        return answer;
    }

    private JsonNode entry(PartnershipOverHttp of, String kind) {
        return of.get(
                        "/history?order=desc&kind=" + kind,
                        "Headway-Position",
                        Long.toString(position))
                .json()
                .at("/items/0");
    }

    private static JsonNode known(PartnershipOverHttp of, Answered after) {
        return of.get("", "Headway-Position", Long.toString(after.position())).json();
    }

    private int exceptions(Answered after) {
        return manager.get("/api/v1/portfolio", "Headway-Position", Long.toString(after.position()))
                .json()
                .at("/exceptions/granted")
                .asInt();
    }

    private int expired(PartnershipOverHttp of, String status) {
        return manager.get(
                        "/api/v1/alerts?rule=waiver-expired&status="
                                + status
                                + "&partnership="
                                + of.id())
                .json()
                .at("/items")
                .size();
    }

    private static JsonNode criterion(PartnershipOverHttp of, String id) {
        return of.get("/gate?to=LAUNCH")
                .json()
                .at("/criteria")
                .valueStream()
                .filter(each -> each.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
