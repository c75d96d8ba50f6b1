package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done about people says about whom, what came of it, and from when it holds. */
class PeoplePagesTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final Browser boss =
            ReaderOverHttp.signedIn(
                    headway, people.invite("Bo Dahl", Role.MANAGER, Role.ADMIN, Role.VIEWER));

    @Test
    void a_name_that_nobody_has_is_asked_about_and_the_one_meant_can_be_chosen() {
        var leaver = invited("Lena Leaver");
        var heir = invited("Tomas Beck");
        var step = planned("{\"ownerId\": \"" + leaver + "\"");
        var page = "/people/" + leaver + "/handover";
        assertThat(boss.open(page).body()).contains("Hand over what belongs to Lena Leaver");

        var asked = submit(page, "/preview", Map.of("to.owner", "tomas", "reason", "x"));
        assertThat(asked.body())
                .contains("Nobody is called", "did you mean", "Tomas Beck", heir, "no directory");

        var chosen = Map.of("to.owner", "tomas", "to.ownerId", heir, "reason", "x");
        var preview = submit(page, "/preview", chosen);
        assertThat(preview.body()).contains("Of 1 thing: 1 would be handed over");
        assertThat(preview.body()).doesNotContain("did you mean", "no directory");

        assertThat(submit(page, "", chosen).statusCode()).isEqualTo(302);
        assertThat(boss.open("/people").body())
                .contains("1 step, 0 seats, 0 alerts → <bdi>Tomas Beck</bdi>.");
        assertThat(ownerId(step)).isEqualTo(heir);
    }

    @Test
    void what_a_name_only_owns_is_handed_over_from_the_page_of_people() {
        var heir = invited("Nora Next");
        var step = planned("{\"owner\": \"Team Harbour & Co\"");
        headway.awaitProjections();
        var page = "/people/handover?from=" + encoded("Team Harbour & Co");
        assertThat(boss.open("/people?q=Harbour").body())
                .contains("/people/handover?from=Team%20Harbour%20%26%20Co");

        var typed = Map.of("to.owner", "Nora Next", "reason", "x");
        assertThat(submit(page, "/preview", typed).body())
                .contains("Hand over what belongs to Team Harbour &amp; Co")
                .contains("Of 1 thing: 1 would be handed over");
        assertThat(submit(page, "", typed).statusCode()).isEqualTo(302);

        assertThat(boss.open("/people").body())
                .contains("1 step, 0 seats, 0 alerts → <bdi>Nora Next</bdi>.");
        assertThat(ownerId(step)).isEqualTo(heir);
    }

    @Test
    void a_form_about_somebody_says_whose_it_is_and_its_notice_from_when_it_holds() {
        var rolf = invited("Rolf Roles");
        var base = "/people/" + rolf;
        assertThat(boss.open(base + "/roles").body())
                .contains("Set the roles of Rolf Roles · Headway</title>")
                .contains("<h1>Set the roles of <bdi>Rolf Roles</bdi></h1>");
        assertThat(boss.open(base + "/disabling").body())
                .contains("Close the account of Rolf Roles");
        assertThat(boss.open(base + "/reset").body()).contains("Give a new link to Rolf Roles");

        submit(base + "/roles", "", Map.of("roles", "APPROVER"));
        assertThat(boss.open("/people").body())
                .contains("The roles of <bdi>Rolf Roles</bdi>: approver. What is new to them")
                .contains("from their next sign-in, or in a quarter of an hour at the latest");
        submit(base + "/disabling", "", Map.of());
        assertThat(boss.open("/people").body())
                .contains("The account of <bdi>Rolf Roles</bdi> is closed");
        submit(base + "/enabling", "", Map.of());
        assertThat(boss.open("/people").body())
                .contains("The account of <bdi>Rolf Roles</bdi> is open again");
    }

    @Test
    void ones_own_roles_hold_at_once() {
        var email = people.invite("Alma Admin", Role.ADMIN);
        var alma = ReaderOverHttp.signedIn(headway, email);
        var own = "/people/" + idOf("Alma Admin") + "/roles";
        assertThat(alma.open("/partnerships/new").statusCode()).isEqualTo(403);

        alma.submit(own, Map.of("roles", "MANAGER"));

        assertThat(alma.open("/partnerships/new").statusCode()).isEqualTo(200);
        assertThat(alma.open("/people").body())
                .contains("Alma Admin")
                .doesNotContain("href=\"/people/new\"");
    }

    @Test
    void what_is_wrong_with_an_invitation_is_said_in_words() {
        var page = "/people/new";
        var wrong = submit(page, "", Map.of("name", "Tom", "email", "tom")).body();

        assertThat(wrong).contains("is no mail address", "Choose at least one role.");
        assertThat(wrong).doesNotContain("must match", "must not be empty");
    }

    @Test
    void an_address_that_was_not_typed_to_its_end_is_said_so() {
        var wrong = submit("/people/new", "", Map.of("name", "Rita", "email", "rita@example"));

        assertThat(wrong.body())
                .contains("It is no mail address, as ada@example.com is one.", "rita@example\"");
    }

    @Test
    void a_misspelt_invitation_is_put_right_from_the_page_of_people() {
        boss.submit(
                "/people/new",
                Map.of("name", "Ruth Typo", "email", "ruth@exmaple.test", "roles", "VIEWER"));
        var page = "/people/" + idOf("Ruth Typo") + "/mail-address";
        assertThat(boss.open("/people?q=Ruth").body()).contains("href=\"" + page + "\"");
        assertThat(boss.open(page).body())
                .contains("Correct the mail address of <bdi>Ruth Typo</bdi>")
                .contains("value=\"ruth@exmaple.test\"");

        assertThat(submit(page, "", Map.of("email", "ruth@example.test")).body())
                .contains("A link to hand on", "/sign-in/link#");
        headway.awaitProjections();
        assertThat(boss.open("/people?q=Ruth").body())
                .contains("ruth@example.test")
                .doesNotContain("exmaple");
    }

    private static HttpResponse<String> submit(
            String page, String step, Map<String, String> typed) {
        return boss.submit(page, typed, page.replaceAll("\\?.*", "") + step);
    }

    private static String invited(String name) {
        people.invite(name, Role.MANAGER);
        return idOf(name);
    }

    private static String idOf(String name) {
        headway.awaitProjections();
        return headway.as(Role.VIEWER)
                .get("/api/v1/people?q=" + encoded(name))
                .json()
                .at("/items/0/id")
                .asString();
    }

    /** The path of a partnership with one step of theirs. */
    private static String planned(String owner) {
        var manager = headway.as(Role.MANAGER);
        var path = "/api/v1/partnerships/" + PartnershipOverHttp.prospect(manager, "Theirs");
        manager.post(
                path + "/steps",
                owner + ", \"title\": \"Call\", \"side\": \"OURS\", \"dueOn\": \"2099-01-31\"}");
        return path;
    }

    private static String ownerId(String partnership) {
        headway.awaitProjections();
        return headway.as(Role.VIEWER).get(partnership).json().at("/steps/0/ownerId").asString("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
