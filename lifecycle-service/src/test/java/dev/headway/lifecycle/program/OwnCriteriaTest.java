package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OwnCriteria;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Quality bars of a program's own: without code, and asked as all others are. */
class OwnCriteriaTest {

    private static final String ID = "security-reviewed";

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;
    private static Caller approver;
    private static Caller admin;
    private PartnershipOverHttp reef;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
        approver = headway.as(Role.APPROVER);
        admin = headway.as(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @BeforeEach
    void nothing_is_added_and_a_prospect_is_there() {
        OwnCriteria.add(admin);
        reef = PartnershipOverHttp.registered(manager, clock, "Reef");
    }

    @Test
    void the_gate_stays_shut_until_somebody_who_may_gives_their_word() {
        asking("It is reviewed", "APPROVER");
        reef.readyForPilot();

        var refused = reef.move("PILOT");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/unmet").size()).isOne();
        assertThat(refused.json().at("/unmet/0").toString())
                .isEqualTo(
                        """
                        {"criterion":"security-reviewed","statement":"It is reviewed",\
                        "have":"not attested","need":"attested by an approver"}""");
        assertThat(attested(manager).status()).isEqualTo(403);
        assertThat(attested(approver).status()).isEqualTo(200);
        assertThat(reef.move("PILOT").status()).isEqualTo(200);

        var moved = newest("PilotStarted");
        assertThat(own(moved.at("/gate/criteria")).at("/met").asBoolean()).isTrue();
        assertThat(own(moved.at("/gate/criteria")).at("/evidence").asString())
                .isEqualTo("The report");
    }

    @Test
    void worded_anew_it_is_asked_anew() {
        asking("It is reviewed", "MANAGER");
        assertThat(attested(manager).status()).isEqualTo(200);
        assertThat(gate().at("/met").asBoolean()).isTrue();

        asking("It is reviewed twice", "MANAGER");
        assertThat(gate().at("/met").asBoolean()).isFalse();
        assertThat(gate().at("/have").asString()).endsWith("(worded anew since)");
        assertThat(attested(manager).status()).isEqualTo(200);
        assertThat(gate().at("/met").asBoolean()).isTrue();
        assertThat(newest("CriterionAttested").at("/from").asString()).contains("It is reviewed");
    }

    @Test
    void a_word_with_an_end_is_asked_again_and_given_again() {
        OwnCriteria.add(
                admin,
                OwnCriteria.of(ID, "PILOT", "It is reviewed", "MANAGER").put("validDays", 30));
        assertThat(attested(manager).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(29));
        assertThat(gate().at("/met").asBoolean()).isTrue();
        clock.advance(Duration.ofDays(2));
        assertThat(gate().at("/met").asBoolean()).isFalse();
        assertThat(gate().at("/need").asString()).endsWith("within 30 days");

        assertThat(attested(manager).status()).isEqualTo(200);
        assertThat(gate().at("/met").asBoolean()).isTrue();
    }

    @Test
    void it_is_waived_withdrawn_and_corrected_as_all_others_are() {
        asking("It is reviewed", "MANAGER");
        assertThat(attested(manager).status()).isEqualTo(200);
        var attested = newest("CriterionAttested").at("/eventId").asString();
        var corrected =
                manager.post(
                        reef.path() + "/history/" + attested + "/correction",
                        "{\"evidence\":\"Another report\",\"reason\":\"A typing error\"}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(gate().at("/evidence").asString()).isEqualTo("Another report");

        var stands = newest("CriterionAttested").at("/eventId").asString();
        manager.post(
                reef.path() + "/history/" + stands + "/withdrawal",
                "{\"reason\":\"It never was\"}");
        assertThat(gate().at("/have").asString()).isEqualTo("not attested");

        var waiver =
                manager.post(
                        reef.path() + "/waivers",
                        """
                        {"criterion":"security-reviewed","reason":"In March","expiresOn":"2027-12-01"}
                        """);
        assertThat(waiver.status()).as(waiver.text()).isEqualTo(201);
        approver.post(
                waiver.header("Location") + "/decision",
                "{\"decision\":\"GRANTED\",\"reason\":\"Once\"}");
        assertThat(gate().has("waiver")).isTrue();
        headway.awaitProjections();
        assertThat(
                        manager.get("/api/v1/waivers?criterion=security-reviewed")
                                .json()
                                .at("/items")
                                .size())
                .isOne();
    }

    @Test
    void only_partnerships_of_its_patterns_are_asked() {
        var own = OwnCriteria.of(ID, "PILOT", "It is reviewed", "MANAGER");
        own.putArray("patterns").add("REFERRAL");
        OwnCriteria.add(admin, own);

        assertThat(gate().at("/required").asBoolean()).isFalse();
        assertThat(manager.put(reef.path() + "/pattern", "{\"pattern\":\"REFERRAL\"}").status())
                .isEqualTo(200);
        assertThat(gate().at("/required").asBoolean()).isTrue();
    }

    @Test
    void lists_count_it_and_find_by_it_and_a_program_without_it_asks_no_more() {
        asking("It is reviewed", "MANAGER");
        headway.awaitProjections();
        var unmet = "/api/v1/partnerships?limit=200&criterionUnmet=" + ID;
        assertThat(ids(unmet)).contains(reef.id());
        assertThat(attested(manager).status()).isEqualTo(200);
        headway.awaitProjections();
        assertThat(ids(unmet)).doesNotContain(reef.id());

        OwnCriteria.add(admin);
        assertThat(gate().isMissingNode()).isTrue();
        assertThat(attested(manager).status()).isEqualTo(400);
    }

    @Test
    void the_preview_says_whom_it_would_be_asked_of() {
        headway.awaitProjections();
        var program =
                (ObjectNode) JsonMapper.shared().readTree(admin.get("/api/v1/program").text());
        program.putArray("criteria").add(OwnCriteria.of(ID, "PILOT", "It is reviewed", "MANAGER"));

        var preview = admin.post("/api/v1/program/preview", program.toString());

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.json().at("/criteria/0/criterion").asString()).isEqualTo(ID);
        assertThat(preview.json().at("/criteria/0/asked").asInt()).isPositive();
    }

    private void asking(String statement, String attestedBy) {
        OwnCriteria.add(admin, OwnCriteria.of(ID, "PILOT", statement, attestedBy));
    }

    private Answered attested(Caller by) {
        var answer =
                by.post(
                        reef.path() + "/attestations",
                        "{\"criterion\":\"security-reviewed\",\"evidence\":\"The report\"}");
        if (answer.status() == 200) {
            reef.refresh(answer.position());
        }
        return answer;
    }

    private JsonNode gate() {
        return own(reef.get("/gate?to=PILOT").json().at("/criteria"));
    }

    private static JsonNode own(JsonNode criteria) {
        return criteria.valueStream()
                .filter(each -> each.at("/id").asString().equals(ID))
                .findFirst()
                .orElse(JsonMapper.shared().missingNode());
    }

    private JsonNode newest(String type) {
        headway.awaitProjections();
        return reef.get("/history?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/type").asString().equals(type))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private List<String> ids(String list) {
        return manager.get(list)
                .json()
                .at("/items")
                .valueStream()
                .map(each -> each.at("/id").asString())
                .toList();
    }
}
