package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All that is done with a company is on its page, and what is said of it is said there. */
class PartnerPagesTest {

    private static RunningHeadway headway;
    private static Browser manager;
    private static Browser viewer;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        var people = new SignedInPeople(headway);
        manager = ReaderOverHttp.signedIn(headway, people.invite("Ada Okafor", Role.MANAGER));
        viewer = ReaderOverHttp.signedIn(headway, people.invite("Vera Lind", Role.VIEWER));
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_company_is_found_and_shown_with_every_motion_and_what_is_owed() {
        var amber = registered("Amber").inPilot();
        amber.step("Train their desk", "PARTNER", Duration.ofDays(5));
        headway.awaitProjections();
        var page = "/partners/" + partnerOf(amber);

        assertThat(manager.open("/partners?q=amber").body()).contains(page, "Amber Ltd");
        assertThat(manager.open("/partnerships/" + amber.id()).body()).contains(page);
        assertThat(manager.open(page).body())
                .contains("Every motion with it", "/partnerships/" + amber.id())
                .contains("What they owe", "Train their desk", "Nothing is owed by us.")
                .contains("/renaming", "/merging");
        assertThat(viewer.open(page).body()).doesNotContain("/renaming", "/merging");
        assertThat(viewer.open(page + "/renaming").statusCode()).isEqualTo(403);
    }

    @Test
    void it_is_renamed_merged_by_an_address_and_taken_out_again() {
        var basalt = registered("Basalt");
        var cobalt = registered("Cobalt");
        headway.awaitProjections();
        var stays = "/partners/" + partnerOf(basalt);
        var goes = "/partners/" + partnerOf(cobalt);

        say(stays + "/renaming", Map.of("name", "Basalt Group", "reason", "Since March"));
        say(goes + "/merging", Map.of("into", "https://here" + stays, "reason", "One company"));

        assertThat(manager.open(stays).body())
                .contains("Basalt Group", "Merged into it", goes, "Partner renamed", "Since March")
                .contains("/partnerships/" + cobalt.id());
        assertThat(manager.open("/partnerships/" + basalt.id()).body()).contains("Basalt Group");
        assertThat(manager.open(goes).body()).contains("It is the same company as", stays);

        say(goes + "/unmerging", Map.of());

        assertThat(manager.open(goes).body())
                .contains("/partnerships/" + cobalt.id(), "A company of its own again");
    }

    @Test
    void a_namesake_is_added_and_a_partnership_is_said_to_be_with_it() {
        var dune = registered("Dune");
        var added = manager.submit("/partners/new", Map.of("name", "Dune Ltd", "type", "TELCO"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
        var page = ReaderOverHttp.header(added, "Location").replaceFirst("^https?://[^/]+", "");
        var form = "/partnerships/" + dune.id() + "/record/partner";

        say(form, Map.of("partnerId", page.substring("/partners/".length())));

        headway.awaitProjections();
        assertThat(manager.open(page).body()).contains("/partnerships/" + dune.id());
        say("/partnerships/" + dune.id() + "/record/partner-by-name", Map.of());
        headway.awaitProjections();
        assertThat(manager.open(page).body()).doesNotContain("/partnerships/" + dune.id());
    }

    private static PartnershipOverHttp registered(String name) {
        return PartnershipOverHttp.registered(
                headway.as(Role.MANAGER), headway.bean(Clock.class), name);
    }

    private static void say(String form, Map<String, String> typed) {
        var answer = manager.submit(form, typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        headway.awaitProjections();
    }

    private static String partnerOf(PartnershipOverHttp partnership) {
        return headway.as(Role.VIEWER).get(partnership.path()).json().at("/partnerId").asString();
    }
}
