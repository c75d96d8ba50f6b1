package dev.headway.lifecycle.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a governance board is told of a quarter. */
class QuarterlyPackOverHttpTest {

    /** Launched in June and last moved in September 2025: a ghost town since November. */
    private static final String QUIET =
            """
            externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,lastMotionAt
            quiet,=Quiet harbour,Reef Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30,2025-09-12
            """;

    private static final String PACK = "/api/v1/audit/pack";
    private static RunningHeadway headway;
    private static Caller auditor;
    private static String refused = "";

    @BeforeAll
    static void happen() {
        headway = RunningHeadway.start("headway.sealing.after=1s");
        auditor = headway.as(Role.AUDITOR);
        var manager = headway.as(Role.MANAGER);
        headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(QUIET));
        refused = PartnershipOverHttp.prospect(manager, "Refused reef");
        var path = "/api/v1/partnerships/" + refused;
        var answer =
                manager.post(path + "/transitions", "{\"to\": \"PILOT\"}", "If-Match", tag(path));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        var waiver =
                manager.post(
                                path + "/waivers",
                                """
                                {"criterion": "exit-terms-agreed", "reason": "Their lawyers",
                                 "expiresOn": "2099-01-01"}
                                """,
                                "If-Match",
                                tag(path))
                        .json()
                        .at("/waiverId")
                        .asString();
        headway.as(Role.APPROVER)
                .post(
                        path + "/waivers/" + waiver + "/decision",
                        "{\"decision\": \"GRANTED\", \"reason\": \"For a month\"}",
                        "If-Match",
                        tag(path));
        await().atMost(Duration.ofSeconds(60)).until(() -> !alert().isEmpty());
        manager.post(
                "/api/v1/alerts/" + alert() + "/acknowledgement", "{\"note\": \"I call them\"}");
        headway.awaitProjections();
        await().until(() -> auditor.get("/api/v1/audit/checkpoint").status() == 200);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_was_recorded_in_the_quarter_is_told_with_names() {
        var pack = pack(presentQuarter() + "&time=recorded").json();

        assertThat(pack.at("/time").asString()).isEqualTo("recorded");
        assertThat(pack.at("/moves/imported").asInt()).isEqualTo(2);
        assertThat(pack.at("/refusals/imported").asInt()).isZero();

        assertThat(pack.at("/quarter").asString()).isEqualTo(presentQuarter());
        assertThat(pack.at("/refusals/count").asInt()).isEqualTo(1);
        assertThat(pack.at("/refusals/items/0/about/name").asString()).isEqualTo("Refused reef");
        assertThat(pack.at("/refusals/items/0/gate").isObject()).isTrue();
        assertThat(pack.at("/moves/count").asInt()).isEqualTo(2);
        assertThat(pack.at("/waivers/items").findValuesAsString("type"))
                .containsExactly("WaiverRequested", "WaiverGranted");
        assertThat(pack.at("/checkpoint/size").asLong()).isPositive();
        assertThat(pack.at("/checkpoint/note").asString()).contains("\n\n— ");
        assertThat(pack.at("/figures/stages").size()).isEqualTo(5);
    }

    @Test
    void what_happened_in_the_quarter_is_told_whenever_it_was_recorded() {
        var pilot = pack("2025-Q1").json();
        var launch = pack("2025-Q2").json();
        var present = pack(presentQuarter()).json();

        assertThat(pilot.at("/time").asString()).isEqualTo("effective");
        assertThat(pilot.at("/moves/items").findValuesAsString("type"))
                .containsExactly("PilotStarted");
        assertThat(pilot.at("/moves/items/0/effectiveAt").asString()).startsWith("2025-03-01");
        assertThat(pilot.at("/moves/items/0/channel").asString()).isEqualTo("IMPORT");
        assertThat(pilot.at("/moves/imported").asInt()).isEqualTo(1);
        assertThat(launch.at("/moves/count").asInt()).isEqualTo(1);
        assertThat(present.at("/moves/count").asInt()).isZero();
        assertThat(present.at("/refusals/count").asInt()).isEqualTo(1);
        assertThat(pack("2025-Q1&time=recorded").json().at("/moves/count").asInt()).isZero();
        assertThat(pack("2025-Q1&time=sometimes").status()).isEqualTo(400);
    }

    @Test
    void a_ghost_town_is_told_in_the_quarter_in_which_it_became_one() {
        var town = pack("2025-Q4").json().at("/ghostTowns/items/0");

        assertThat(town.at("/partnership").asString()).isEqualTo("=Quiet harbour");
        assertThat(town.at("/since").asString()).startsWith("2025-11-11");
        assertThat(town.has("acknowledgedAt")).isTrue();
        assertThat(town.has("hours")).isTrue();
        assertThat(town.at("/outcome").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(pack("2025-Q4").json().at("/ghostTowns/acknowledged").asInt()).isEqualTo(1);
        assertThat(pack("2025-Q3").json().at("/ghostTowns/count").asInt()).isZero();
        assertThat(pack("2025-Q4").json().at("/refusals/count").asInt()).isZero();
    }

    @Test
    void whoever_names_no_quarter_is_told_of_the_last_that_is_over() {
        var before = LocalDate.now(ZoneOffset.UTC).minusMonths(3);

        assertThat(auditor.get(PACK).json().at("/quarter").asString()).isEqualTo(quarter(before));
    }

    @Test
    void as_a_table_each_part_stands_below_the_other_and_formulas_are_text() {
        var table = auditor.get(PACK + "?quarter=2025-Q4", "Accept", "text/csv").text();

        assertThat(table.lines().findFirst())
                .hasValue(
                        "part,at,partnershipId,partnership,what,detail,who,reason,eventId,"
                                + "recordedAt,channel");
        assertThat(table.lines().filter(line -> line.startsWith("checkpoint,")))
                .singleElement()
                .asString()
                .containsPattern("[0-9]+ events, root [A-Za-z0-9+/=]{44}")
                .doesNotContain("— ");
        assertThat(table).contains("ghostTowns,2025-11-11", ",'=Quiet harbour,ACKNOWLEDGED,");
    }

    @Test
    void what_is_no_quarter_and_who_may_not_audit_is_refused() {
        for (var nonsense : new String[] {"2026-Q5", "Q1", "1899-Q4", "2026-q1", "%00"}) {
            assertThat(pack(nonsense).status()).as(nonsense).isEqualTo(400);
        }
        assertThat(headway.as(Role.MANAGER).get(PACK).status()).isEqualTo(403);
        assertThat(headway.as(Role.VIEWER).get(PACK).status()).isEqualTo(403);
    }

    private static Caller.Answered pack(String quarter) {
        return auditor.get(PACK + "?quarter=" + quarter);
    }

    private static String tag(String path) {
        headway.awaitProjections();
        return auditor.get(path).header("ETag");
    }

    private static String presentQuarter() {
        return quarter(LocalDate.now(ZoneOffset.UTC));
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static String alert() {
        return headway.as(Role.VIEWER)
                .get("/api/v1/alerts?rule=ghost-town")
                .json()
                .at("/items/0/id")
                .asString("");
    }
}
