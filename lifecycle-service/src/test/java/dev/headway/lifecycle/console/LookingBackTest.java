package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import org.junit.jupiter.api.Test;

/** History that comes in by a file, and the board as it stood then. */
class LookingBackTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String MIA = "mia@headway.example";

    @Test
    void the_board_shows_how_things_stood() {
        var id = PastPartnership.imported(headway, "back", "Looked back at");
        try (var browser = people.at(SharedConsole.chromium(), MIA)) {
            var page = browser.newPage();
            page.navigate("/board?q=Looked+back");
            assertThat(page.locator("section[data-stage=LAUNCH] #card-" + id)).isVisible();
            page.navigate("/governance");
            page.getByLabel("The board as of").fill("2025-04-01");
            page.getByText("Look back").click();

            assertThat(page.locator(".notice")).containsText("As things stood on 2025-04-01");
            assertThat(page.locator("section[data-stage=PILOT] #card-" + id)).isVisible();
            Chromium.isAccessible(page, "the board as of a day");
            Chromium.picture(page, "board-as-of-1280-light");
        }
    }
}
