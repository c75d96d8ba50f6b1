package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a win is worth is typed, told and summed; claims of before stand beside the next one. */
class LeveragePagesTest {

    private static RunningHeadway headway;
    private static SignedInPeople people;
    private static Browser manager;
    private static PartnershipOverHttp amber;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
        manager = ReaderOverHttp.signedIn(headway, people.invite("Ada Okafor", Role.MANAGER));
        amber =
                PartnershipOverHttp.registered(
                                headway.as(Role.MANAGER), headway.bean(Clock.class), "Amber")
                        .inPilot();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_win_is_recorded_with_what_it_is_worth_and_its_story_says_so() {
        var page = "/partnerships/" + amber.id();
        var form = page + "/record/joint-win";
        assertThat(manager.open(form).body())
                .contains("Whose doing", "What it is worth", "In which currency");
        var typed =
                Map.of(
                        "customer", "Harbour Foods",
                        "summary", "went live",
                        "evidence", "their order",
                        "attribution", "SOURCED",
                        "amount.value", "4800.50",
                        "amount.currency", "EUR");
        manager.submit(form, typed, form);
        headway.awaitProjections();

        assertThat(manager.open(page).body())
                .contains("Joint win with Harbour Foods, EUR 4800.50, sourced")
                .contains("Who carries it", "Ada Okafor");
        assertThat(manager.open("/program/figures/leverage-by-pattern.csv").body())
                .contains("\"Resell\",\"1\",\"EUR 4800.50\",\"EUR 4800.50\",\"—\"");
        assertThat(manager.open(page + "/scorecard").body()).contains("Joint wins", "In money");
        assertThat(manager.open("/program/scorecard?by=pattern").body())
                .contains("Resell", "Claims settled");
    }

    @Test
    void claims_of_the_pattern_stand_beside_the_next_one() {
        headway.as(Role.MANAGER)
                .post(
                        amber.path() + "/measurements",
                        "{\"value\":24,\"evidence\":\"report of May\"}");
        headway.awaitProjections();

        assertThat(manager.open("/partnerships/" + amber.id() + "/record/leverage-claim").body())
                .contains("Of 1 claim with the pattern resell, 0 came true.")
                .contains("Of 1 that was measured, the middle one came 50 % of the way.");
    }
}
