package dev.headway.lifecycle.http;

import static dev.headway.lifecycle.http.ProblemAssertions.assertProblem;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever decided on an older version is told what was changed meanwhile, by whom, and how. */
class StaleChangeTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;
    private static Caller approver;

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
    void a_fact_that_took_the_place_of_another_says_both_and_who_was_faster() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        clock.advance(Duration.ofMinutes(5));
        approver.put(reef.path() + "/pattern", "{\"pattern\":\"REFERRAL\"}");
        var me = approver.get("/api/v1/me").json();

        var refused = manager.put(reef.path() + "/rhythm", RHYTHM, "If-Match", reef.etag());

        assertProblem(refused, 412);
        var changed = refused.json().at("/changed");
        assertThat(changed.at("/by/id").asString()).isEqualTo(me.at("/id").asString());
        assertThat(changed.at("/by/name").asString()).isEqualTo(me.at("/name").asString());
        assertThat(changed.at("/at").asString()).isEqualTo(clock.instant().toString());
        assertThat(changed.at("/channel").asString()).isEqualTo("API");
        assertChanged(refused, "PatternChosen", "RESELL", "REFERRAL");
    }

    @Test
    void a_move_says_from_where_to_where_and_a_refused_one_as_well() {
        var pier = PartnershipOverHttp.registered(manager, clock, "Pier").readyForPilot();
        var seen = pier.etag();

        assertThat(pier.move("PILOT").status()).isEqualTo(200);
        assertChanged(stale(pier, seen), "PilotStarted", "PROSPECT", "PILOT");

        assertThat(pier.move("LAUNCH").status()).isEqualTo(422);
        assertChanged(stale(pier, seen), "MoveRefused", "PILOT", "LAUNCH");
    }

    @Test
    void a_correction_says_what_was_recorded_and_what_holds_instead() {
        var coral = PartnershipOverHttp.registered(manager, clock, "Coral");
        var filled =
                manager.put(
                        coral.path() + "/seats/SUPPORT", "{\"holder\":\"Mai\",\"side\":\"OURS\"}");
        var seat = newest(coral, filled);
        var corrected =
                manager.post(
                        coral.path() + "/history/" + seat + "/correction",
                        "{\"holder\":\"Mia\",\"reason\":\"Mistyped\"}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);

        assertChanged(stale(coral, filled.header("ETag")), "SeatFilled", "Mai", "Mia");
    }

    @Test
    void another_name_says_the_old_one() {
        var iris = PartnershipOverHttp.registered(manager, clock, "Iris");
        manager.patch(iris.path(), "{\"name\":\"Iris North\"}");

        assertChanged(stale(iris, iris.etag()), "PartnershipRenamed", "Iris", "Iris North");
    }

    @Test
    void a_withdrawal_says_what_is_gone_and_what_stands_again() {
        var salt = PartnershipOverHttp.registered(manager, clock, "Salt");
        var chosen = manager.put(salt.path() + "/pattern", "{\"pattern\":\"REFERRAL\"}");
        var withdrawn =
                manager.post(
                        salt.path() + "/history/" + newest(salt, chosen) + "/withdrawal",
                        "{\"reason\":\"It never was\"}");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);

        assertChanged(stale(salt, chosen.header("ETag")), "FactWithdrawn", "REFERRAL", "RESELL");
    }

    @Test
    void what_stands_for_itself_replaces_nothing() {
        var tide = PartnershipOverHttp.registered(manager, clock, "Tide");
        var seen = tide.etag();
        tide.touchpoint();

        assertChanged(stale(tide, seen), "TouchpointRecorded", null, null);
    }

    @Test
    void of_several_versions_the_oldest_tells_that_something_changed_and_none_to_come_does() {
        var dune = PartnershipOverHttp.registered(manager, clock, "Dune");
        var renamed = manager.patch(dune.path(), "{\"name\":\"Dune South\"}");
        var now = Long.parseLong(renamed.header("ETag").replace("\"", ""));

        for (var seen : new String[] {"\"0\"", "\"1\", \"2\"", "W/\"1\", \"" + (now + 9) + "\""}) {
            assertChanged(stale(dune, seen), "PartnershipRenamed", "Dune", "Dune South");
        }
        assertThat(stale(dune, "\"" + (now + 1) + "\"").json().has("changed")).isFalse();
        assertThat(stale(dune, "\"999\", \"1000\"").json().has("changed")).isFalse();
        assertThat(manager.put(dune.path() + "/rhythm", RHYTHM, "If-Match", "*").status())
                .isEqualTo(200);
    }

    @Test
    void a_repeated_key_is_answered_as_it_was() {
        var pine = PartnershipOverHttp.registered(manager, clock, "Pine");
        var seen = pine.etag();
        pine.touchpoint();
        var first = keyed(pine, seen);
        pine.touchpoint();

        assertThat(first.status()).isEqualTo(412);
        assertThat(keyed(pine, seen).text()).isEqualTo(first.text()).contains("changed");
    }

    @Test
    void an_alert_says_who_has_answered_it() {
        var wayne = PartnershipOverHttp.registered(manager, clock, "Wayne").inPilot();
        clock.advance(Duration.ofDays(61));
        var path = "/api/v1/alerts?rule=ghost-town&partnership=" + wayne.id();
        await().until(() -> !manager.get(path).json().at("/items").isEmpty());
        var alert = "/api/v1/alerts/" + manager.get(path).json().at("/items/0/id").asString();
        manager.post(alert + "/acknowledgement", "{}");
        var name = manager.get("/api/v1/me").json().at("/name").asString();

        var refused =
                approver.post(alert + "/dismissal", "{\"reason\":\"x\"}", "If-Match", "\"0\"");

        assertThat(refused.status()).as(refused.text()).isEqualTo(412);
        assertChanged(refused, "AlertAcknowledged", null, null);
        assertThat(refused.json().at("/changed/by/name").asString()).isEqualTo(name);
    }

    @Test
    void the_program_says_what_was_changed() {
        var admin = headway.as(Role.ADMIN);
        var program = admin.get("/api/v1/program");
        var seen = program.header("ETag");
        var other = program.text().replaceFirst("\"P60D\"", "\"P90D\"");
        assertThat(admin.put("/api/v1/program", other).status()).isEqualTo(200);

        var refused = admin.put("/api/v1/program", program.text(), "If-Match", seen);

        assertThat(refused.status()).as(refused.text()).isEqualTo(412);
        assertThat(refused.json().at("/changed/type").asString()).isEqualTo("ProgramChanged");
        assertThat(refused.json().at("/changed/from").asString()).isEqualTo("ghost-town: P60D");
        assertThat(refused.json().at("/changed/to").asString()).isEqualTo("ghost-town: P90D");
        assertThat(admin.put("/api/v1/program", program.text()).status()).isEqualTo(200);
    }

    private static final String RHYTHM = "{\"everyDays\":7,\"forum\":\"Call\"}";

    private Answered stale(PartnershipOverHttp of, String seen) {
        var refused = manager.put(of.path() + "/rhythm", RHYTHM, "If-Match", seen);
        assertProblem(refused, 412);
        return refused;
    }

    private Answered keyed(PartnershipOverHttp of, String seen) {
        return manager.post(
                of.path() + "/joint-wins",
                "{\"customer\":\"Globex\",\"summary\":\"x\",\"evidence\":\"y\"}",
                "If-Match",
                seen,
                "Idempotency-Key",
                "once");
    }

    private static String newest(PartnershipOverHttp of, Answered after) {
        return of.get(
                        "/history?order=desc&limit=1",
                        "Headway-Position",
                        Long.toString(after.position()))
                .json()
                .at("/items/0/eventId")
                .asString();
    }

    private static void assertChanged(
            Answered refused, String type, @Nullable String from, @Nullable String to) {
        var changed = refused.json().at("/changed");
        assertThat(changed.at("/type").asString()).as(refused.text()).isEqualTo(type);
        assertThat(text(changed, "from")).as(refused.text()).isEqualTo(from);
        assertThat(text(changed, "to")).as(refused.text()).isEqualTo(to);
    }

    private static @Nullable String text(JsonNode changed, String field) {
        return changed.has(field) ? changed.path(field).asString() : null;
    }
}
