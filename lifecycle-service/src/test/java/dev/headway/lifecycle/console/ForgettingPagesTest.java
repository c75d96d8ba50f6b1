package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody is forgotten by way of the forms. On a Headway of its own, since everybody who is signed
 * in has to sign in again.
 */
class ForgettingPagesTest {

    private static final String ALL = "/people/forgetting";

    private static RunningHeadway headway;
    private static SignedInPeople people;
    private static String bo;
    private static String noor;
    private static String olga;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
        bo = people.invite("Bo Dahl", Role.MANAGER, Role.ADMIN);
        noor = people.invite("Noor Haddad", Role.APPROVER);
        olga = people.invite("Olga Reiss", Role.AUDITOR);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void one_asks_another_approves_and_what_is_about_them_as_a_person_is_gone() {
        var lena = person("Lena Leaver");
        var boss = signedIn(bo);
        var partnership =
                "/partnerships/" + PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Reef");
        headway.awaitProjections();
        sent(
                boss,
                partnership + "/record/touchpoint",
                Map.of(
                        "kind",
                        "JOINT_CALL",
                        "summary",
                        "Moves to the coast",
                        "with",
                        "L. Leaver",
                        "personal",
                        "yes"));
        headway.awaitProjections();
        assertThat(boss.open(partnership).body()).contains("Moves to the coast");

        var form = "/people/" + lena + "/forgetting";
        assertThat(boss.open(form).body()).contains("Ask that they be forgotten: Lena Leaver");
        var asking = Map.of("names", "L. Leaver\r\nlena from accounts", "reason", "She asked");
        assertThat(boss.submit(form, asking).body()).contains("Disable them first", "She asked");
        sent(boss, "/people/" + lena + "/disabling", Map.of());
        sent(boss, form, asking);
        headway.awaitProjections();

        var erasure =
                headway.as(Role.AUDITOR)
                        .get("/api/v1/erasures")
                        .json()
                        .at("/items/0/id")
                        .asString();
        var approval = ALL + "/" + erasure + "/approval";
        assertThat(boss.open(ALL).body())
                .contains("L. Leaver", "lena from accounts", "She asked", "Bo Dahl", approval);
        assertThat(boss.submit(approval, Map.of()).body())
                .contains("Somebody else than whoever asked for it has to approve");
        var auditor = signedIn(olga);
        assertThat(auditor.open(ALL).body()).contains("L. Leaver").doesNotContain(approval);
        assertThat(auditor.open(approval).statusCode()).isEqualTo(403);

        var approver = signedIn(noor);
        assertThat(approver.open(approval).body()).contains("Have them forgotten, for good");
        sent(approver, approval, Map.of());

        assertThat(boss.open(ALL).statusCode()).as("has to sign in again").isEqualTo(302);
        headway.awaitProjections();
        var again = signedIn(olga);
        assertThat(again.open(ALL).body())
                .contains("(forgotten)", "ompleted", "approved by <bdi>Noor Haddad</bdi>")
                .doesNotContain("Leaver", "accounts", approval);
        assertThat(again.open(ALL + "/" + erasure).body())
                .contains("Messages that named them", "What was exported before");
        assertThat(again.open(partnership).body()).contains("(forgotten)").doesNotContain("coast");
        assertThat(again.open("/people").body()).doesNotContain("Leaver");
    }

    @Test
    void who_is_not_forgotten_after_all_stays_and_it_is_said_why() {
        var tom = person("Tom Stays");
        var boss = signedIn(bo);
        sent(boss, "/people/" + tom + "/disabling", Map.of());
        sent(boss, "/people/" + tom + "/forgetting", Map.of("reason", "A mistake"));
        headway.awaitProjections();
        var erasure =
                headway.as(Role.AUDITOR)
                        .get("/api/v1/erasures")
                        .json()
                        .at("/items/0/id")
                        .asString();

        sent(boss, ALL + "/" + erasure + "/refusal", Map.of("reason", "Their contract still runs"));
        headway.awaitProjections();

        assertThat(boss.open(ALL + "/" + erasure).body())
                .contains("efused", "A mistake")
                .doesNotContain("(forgotten)", "Forget them");
        assertThat(boss.open("/people").body()).contains("Tom Stays");
    }

    private static void sent(Browser browser, String form, Map<String, String> typed) {
        var answer = browser.submit(form, typed);
        assertThat(answer.statusCode()).as("%s: %s", form, answer.body()).isEqualTo(302);
    }

    private static Browser signedIn(String email) {
        return ReaderOverHttp.signedIn(headway, email);
    }

    private static String person(String name) {
        people.invite(name, Role.MANAGER);
        headway.awaitProjections();
        return headway.as(Role.ADMIN)
                .get("/api/v1/people?q=" + name.replace(" ", "%20"))
                .json()
                .at("/items/0/id")
                .asString();
    }
}
