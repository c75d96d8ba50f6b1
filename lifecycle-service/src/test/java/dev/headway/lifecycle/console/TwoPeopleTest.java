package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Two people with the same partnership before them, each at a browser of their own. */
class TwoPeopleTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String ADA = people.invite("Ada Okafor", Role.MANAGER);
    private static final String NOOR = people.invite("Noor Haddad", Role.APPROVER);

    @Test
    void what_one_does_the_other_sees() {
        var id = ready("Seen by two");
        try (var adas = people.at(SharedConsole.chromium(), ADA);
                var noors = people.at(SharedConsole.chromium(), NOOR)) {
            var board = open(adas, "/board?q=Seen+by+two");
            var page = open(noors, "/partnerships/" + id);
            assertThat(board.locator("section[data-stage=PROSPECT] #card-" + id)).isVisible();

            move(page);

            assertThat(board.locator("section[data-stage=PILOT] #card-" + id)).isVisible();
            assertThat(page.locator(".notice")).hasText("Moved to Pilot.");

            board.locator("#open-" + id).focus();
            board.keyboard().press("t");
            new OpenForm(board.locator("dialog form.record"), Soon.DAY)
                    .saying("summary", "Went through the proposals together")
                    .send();
            assertThat(page.locator(".story")).containsText("Went through the proposals together");
            assertThat(page.locator(".notice")).hasText("Moved to Pilot.");
        }
    }

    @Test
    void whoever_comes_second_is_told_who_was_first_and_what_they_did() {
        var id = ready("Moved by two");
        try (var adas = people.at(SharedConsole.chromium(), ADA);
                var noors = people.at(SharedConsole.chromium(), NOOR)) {
            var late = open(adas, "/partnerships/" + id);
            late.locator("[data-shell-target=move]").click();
            var dialog = late.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("When it happened").fill("2026-01-05");
            move(open(noors, "/partnerships/" + id));

            dialog.locator("button[type=submit].main").click();

            assertThat(dialog.getByRole(AriaRole.ALERT))
                    .containsText(
                            "Not moved. Noor Haddad changed it meanwhile, from Prospect to Pilot");
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("It stands in Pilot now.");
            Chromium.isAccessible(late, "a stale move");
            Chromium.picture(late, "stale-1280-light");
            dialog.getByText("See it").click();
            assertThat(late.locator(".rail [aria-current=step]")).containsText("Pilot");
        }
    }

    private static Page open(BrowserContext browser, String path) {
        var page = browser.newPage();
        page.navigate(path);
        assertThat(page.locator("body[data-ready]")).isVisible();
        return page;
    }

    private static void move(Page page) {
        page.locator("[data-shell-target=move]").click();
        page.getByRole(AriaRole.DIALOG).locator("button[type=submit].main").click();
        assertThat(page.locator(".rail [aria-current=step]")).containsText("Pilot");
    }

    private static String ready(String name) {
        return PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), name)
                .readyForPilot()
                .id();
    }
}
