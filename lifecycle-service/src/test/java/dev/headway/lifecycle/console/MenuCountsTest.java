package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Beside the entries of the menu stands how much waits there for whoever reads. */
class MenuCountsTest {

    private static RunningHeadway headway;
    private static SignedInPeople people;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_waits_is_counted_for_whoever_reads_and_what_is_not_there_is_not_said() {
        var manager = signedIn("Mara Menu", Role.MANAGER);
        var approver = signedIn("Abel Approver", Role.APPROVER);
        assertThat(menu(manager)).doesNotContain("class=\"n\"").contains("Ghost towns</a>");
        PastPartnership.imported(headway, "quiet", "Quiet quay");
        var path =
                "/partnerships/" + PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Mole");

        manager.submit(
                path + "/record/step",
                Map.of(
                        "title",
                        "Call",
                        "owner",
                        "Mara Menu",
                        "side",
                        "OURS",
                        "dueOn",
                        "2999-01-31"));
        manager.submit(
                path + "/record/waiver",
                Map.of(
                        "criterion", "timing-right",
                        "reason", "They ask us",
                        "expiresOn", "2999-01-31"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(menu(manager)).contains("title=\"" + open() + " open al"));
        headway.awaitProjections();
        assertThat(menu(manager))
                .contains(
                        "Ghost towns<span class=\"n\" data-tone=\"ghost\" title=\"1 ghost town\">1<",
                        "My next steps<span class=\"n\" title=\"1 open step\">1<")
                .doesNotContain("waiting waiver");
        assertThat(menu(approver))
                .contains("Governance<span class=\"n\" title=\"1 waiting waiver\">1<")
                .doesNotContain("open step");
    }

    @Test
    void more_than_a_page_of_steps_are_told_by_a_plus() {
        var busy = signedIn("Berta Busy", Role.MANAGER);
        var id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Many moles");
        headway.awaitProjections();
        var owner =
                headway.as(Role.MANAGER)
                        .get("/api/v1/people?q=Berta")
                        .json()
                        .at("/items/0/id")
                        .asString();
        for (int step = 0; step < 51; step++) {
            headway.as(Role.MANAGER)
                    .post(
                            "/api/v1/partnerships/" + id + "/steps",
                            """
                            {"title": "Call", "ownerId": "%s", "side": "OURS", "dueOn": "2999-01-31"}
                            """
                                    .formatted(owner));
        }
        headway.awaitProjections();

        assertThat(menu(busy)).contains("title=\"more than 50 open steps\">50+<");
    }

    /** As the page of alerts says it, in which the fading of a ghost town counts for nothing. */
    private static int open() {
        var counts = headway.as(Role.VIEWER).get("/api/v1/alerts/counts?status=OPEN").json();
        var open = counts.at("/total").asInt() - counts.at("/shadows").asInt();
        assertThat(open).isPositive();
        return open;
    }

    private static String menu(Browser browser) {
        var page = browser.open("/keys").body();
        return page.substring(page.indexOf("class=\"menu\""), page.indexOf("class=\"who\""));
    }

    private static Browser signedIn(String name, Role role) {
        return ReaderOverHttp.signedIn(headway, people.invite(name, role));
    }
}
