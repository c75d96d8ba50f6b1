package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lists say and are narrowed to, with all that answers behind them. */
class ListsOverHttpTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static DrivenClock clock;
    private static RunningHeadway headway;
    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_is_held_of_the_next_gate_is_what_the_gate_itself_says_at_every_step_of_a_life() {
        var reef = registered("Gate Reef");
        agrees(reef);
        reef.readyForPilot();
        agrees(reef);
        clock.advance(Duration.ofDays(91));
        agrees(reef); // the reading of the timing is old, and the pilot's end has passed
        reef.readyForPilot();
        assertThat(reef.move("PILOT").status()).isEqualTo(200);
        agrees(reef);
        reef.readyForLaunch();
        agrees(reef);
        assertThat(reef.move("LAUNCH").status()).isEqualTo(200);
        agrees(reef);
        clock.advance(Duration.ofDays(61));
        agrees(reef); // it is a ghost town
    }

    @Test
    void another_policy_asks_for_something_else_at_once() {
        var reef = registered("Policy Reef");
        var admin = headway.as(Role.ADMIN);
        var before = admin.get("/api/v1/program").json();
        var relaxed =
                before.toString()
                        .replace("\"timing-right\",", "")
                        .replace("\"leverage-claimed\",", "");
        var changed = admin.put("/api/v1/program", relaxed);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        assertThat(item("?q=policy+reef", changed.position()).at("/criteriaHeld/of").asInt())
                .isEqualTo(4);
        agrees(reef);
        var position = admin.put("/api/v1/program", before.toString()).position();
        assertThat(item("?q=policy+reef", position).at("/criteriaHeld/of").asInt()).isEqualTo(6);
    }

    @Test
    void every_filter_finds_whom_it_is_about_and_counts_agree() {
        var held = registered("Filter One").readyForPilot();
        var waiting = registered("Filter Two");
        var asked =
                manager.post(
                        waiting.path() + "/waivers",
                        "{\"criterion\":\"timing-right\",\"reason\":\"Soon\",\"expiresOn\":\"%s\"}"
                                .formatted(clock.instant().plus(Duration.ofDays(30))));
        assertThat(asked.status()).isEqualTo(201);
        var piloted = registered("Filter Three").inPilot();
        var ghostAt = item("?q=filter+three", position(piloted)).at("/ghostAt").asString();

        assertThat(names("criteriaHeldAtLeast=6&stage=PROSPECT")).containsExactly("Filter One");
        assertThat(names("criterionUnmet=leverage-claimed")).containsExactly("Filter Two");
        assertThat(names("waiversWaiting=true")).containsExactly("Filter Two");
        assertThat(names("waiversWaiting=false")).containsExactly("Filter One", "Filter Three");
        assertThat(names("seatVacant=RELATIONSHIP")).isEmpty();
        assertThat(names("seatVacant=SUPPORT")).hasSize(3);
        assertThat(names("seatVacant=any&stage=PILOT")).containsExactly("Filter Three");
        assertThat(names("ghostAfter=" + ghostAt)).containsExactly("Filter Three");
        assertThat(names("ghostBefore=" + ghostAt)).isEmpty();
        assertThat(names("ghostAfter=" + ghostAt + "&sort=-ghostAt"))
                .containsExactly("Filter Three");
        assertThat(names("segment=")).hasSize(3);
        assertThat(names("openRule=ghost-town")).isEmpty();
        assertThat(held.path()).isNotEmpty();
        for (var filters :
                List.of(
                        "",
                        "&criteriaHeldAtLeast=6",
                        "&waiversWaiting=true",
                        "&ghostAfter=" + ghostAt,
                        "&ghost=false",
                        "&seatVacant=SUPPORT&stage=PILOT")) {
            var counts = manager.get(PARTNERSHIPS + "/counts?q=filter" + filters).json();
            assertThat(counts.at("/total").asInt())
                    .as(filters)
                    .isEqualTo(names(filters.isEmpty() ? "" : filters.substring(1)).size());
        }
        assertThat(
                        manager.get(PARTNERSHIPS + "/counts?q=filter")
                                .json()
                                .at("/stages/PILOT")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void an_item_says_what_comes_next_and_why_it_stands_still() {
        var reef = registered("Still Reef");
        var item = item("?q=still+reef", position(reef));
        assertThat(item.at("/standsStill/reason").asString()).isEqualTo("no-open-step");
        assertThat(item.has("nextStep")).isFalse();

        reef.step("Call them", "OURS", Duration.ofDays(3));

        item = item("?q=still+reef", position(reef));
        assertThat(item.has("standsStill")).isFalse();
        assertThat(item.at("/nextStep/title").asString()).isEqualTo("Call them");
    }

    @Test
    void the_past_is_listed_as_things_stood_and_refuses_what_only_the_present_knows() {
        var then = clock.instant();
        clock.advance(Duration.ofDays(1));
        var reef = registered("Past Reef");
        var between = clock.instant();
        clock.advance(Duration.ofDays(1));
        reef.inPilot();
        manager.get(PARTNERSHIPS, "Headway-Position", position(reef));

        assertThat(past("q=past+reef", then)).isEmpty();
        assertThat(past("q=past+reef", between))
                .singleElement()
                .satisfies(item -> assertThat(item.at("/stage").asString()).isEqualTo("PROSPECT"));
        assertThat(past("q=past+reef&stage=PILOT", between)).isEmpty();
        assertThat(past("q=past+reef&stage=PILOT&asOfTime=effective", clock.instant())).hasSize(1);
        assertThat(manager.get(PARTNERSHIPS + "?openRule=fading&asOf=" + then).status())
                .isEqualTo(400);
        assertThat(manager.get(PARTNERSHIPS + "?sort=name&asOf=" + then).status()).isEqualTo(400);
        assertThat(
                        manager.get(
                                        PARTNERSHIPS + "?q=past+reef&asOf=" + between,
                                        "Accept",
                                        "text/csv")
                                .text()
                                .lines())
                .hasSize(2);
    }

    @Test
    void csv_has_exactly_the_filtered_rows_and_formulas_are_text() {
        for (int n = 0; n < 3; n++) {
            registered("=SUM(" + n + ") csv");
        }
        var last = registered("Plain csv");

        var csv =
                manager.get(
                        PARTNERSHIPS + "?q=csv",
                        "Accept",
                        "text/csv",
                        "Headway-Position",
                        position(last));

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines().skip(1))
                .hasSize(4)
                .filteredOn(line -> line.contains("SUM"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(",'=SUM("));
        assertThat(manager.get(PARTNERSHIPS, "Accept", "*/*").header("Content-Type"))
                .startsWith("application/json");
        assertThat(
                        manager.get(PARTNERSHIPS, "Accept", "text/csv;q=0.5, application/json")
                                .header("Content-Type"))
                .startsWith("application/json");
        assertThat(manager.get(PARTNERSHIPS + "?stage=NONE", "Accept", "text/csv").status())
                .isEqualTo(400);
    }

    @Test
    void waivers_are_listed_by_what_became_of_them() {
        var reef = registered("Waiver Reef");
        var expires = clock.instant().plus(Duration.ofDays(5)).toString();
        var waiver =
                manager.post(
                                reef.path() + "/waivers",
                                "{\"criterion\":\"timing-right\",\"reason\":\"Soon\",\"expiresOn\":\"%s\"}"
                                        .formatted(expires))
                        .json()
                        .at("/waiverId")
                        .asString();
        assertThat(waivers(reef, "REQUESTED")).containsExactly("Waiver Reef");
        var decided =
                headway.as(Role.APPROVER)
                        .post(
                                reef.path() + "/waivers/" + waiver + "/decision",
                                "{\"decision\":\"GRANTED\",\"reason\":\"Once\"}");
        assertThat(decided.status()).isEqualTo(200);

        assertThat(waivers(reef, "REQUESTED")).isEmpty();
        assertThat(waivers(reef, "GRANTED")).containsExactly("Waiver Reef");
        clock.advance(Duration.ofDays(6));
        assertThat(waivers(reef, "GRANTED")).isEmpty();
        assertThat(waivers(reef, "EXPIRED")).containsExactly("Waiver Reef");
    }

    private List<String> waivers(PartnershipOverHttp reef, String status) {
        return manager.get(
                        "/api/v1/waivers?partnership=" + reef.id() + "&status=" + status,
                        "Headway-Position",
                        head())
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/partnershipName").asString())
                .toList();
    }

    private static void agrees(PartnershipOverHttp reef) {
        var gate = manager.get(reef.path() + "/gate").json();
        var held = find(reef).at("/criteriaHeld");
        var asked = gate.at("/criteria").valueStream().filter(c -> c.at("/required").asBoolean());
        assertThat(held.at("/to").asString()).isEqualTo(gate.at("/to").asString());
        assertThat(held.at("/of").asInt()).isEqualTo((int) asked.count());
        assertThat(held.at("/unmet").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        gate.at("/criteria")
                                .valueStream()
                                .filter(c -> c.at("/required").asBoolean())
                                .filter(c -> !c.at("/met").asBoolean() && !c.has("waiver"))
                                .map(c -> c.at("/id").asString())
                                .toList());
    }

    private static JsonNode find(PartnershipOverHttp reef) {
        return manager.get(PARTNERSHIPS + "?limit=200", "Headway-Position", head())
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").asString().equals(reef.id()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode item(String query, long position) {
        return item(query, Long.toString(position));
    }

    private static JsonNode item(String query, String position) {
        return manager.get(PARTNERSHIPS + query, "Headway-Position", position)
                .json()
                .at("/items/0");
    }

    private static List<String> names(String filters) {
        return manager.get(
                        PARTNERSHIPS + "?q=filter" + (filters.isEmpty() ? "" : "&" + filters),
                        "Headway-Position",
                        head())
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/name").asString())
                .toList();
    }

    private static List<JsonNode> past(String query, Instant asOf) {
        return manager.get(PARTNERSHIPS + "?" + query + "&asOf=" + asOf)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static PartnershipOverHttp registered(String name) {
        return PartnershipOverHttp.registered(manager, clock, name);
    }

    private static String position(PartnershipOverHttp reef) {
        assertThat(reef.path()).isNotEmpty();
        return head();
    }

    /** All that has been recorded by now. */
    private static String head() {
        return Long.toString(headway.bean(EventLog.class).head());
    }
}
