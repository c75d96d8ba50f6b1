package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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

            assertThat(page.locator(".notice")).containsText("As things stood on 1 April 2025");
            assertThat(page.locator("section[data-stage=PILOT] #card-" + id)).isVisible();
            Chromium.isAccessible(page, "the board as of a day");
            Chromium.picture(page, "board-as-of-1280-light");
        }
    }

    @Test
    void bad_rows_of_a_file_are_said_with_line_and_reason_and_the_others_come_in() {
        try (var browser = people.at(SharedConsole.chromium(), MIA)) {
            var page = browser.newPage();
            page.navigate("/import");
            choose(page);
            page.getByText("Try it: store nothing").click();
            saysWhatIsWrong(page);
            Chromium.isAccessible(page, "a dry run");
            Chromium.picture(page, "dry-run-1280-light");

            choose(page);
            page.locator("button[name=real][value=true]").click();
            assertThat(page.locator("#run")).containsText("What was done");
            saysWhatIsWrong(page);
            page.navigate("/board?q=Brought+in");
            assertThat(page.locator(".card")).hasCount(2);
        }
    }

    private static void choose(Page page) {
        var file =
                """
                externalKey,name,partnerName,partnerType,registeredAt
                in-1,Brought in one,Reef Ltd,TELCO,2025-01-15
                in-2,Brought in two,Reef Ltd,BANK,2025-01-15
                in-3,Brought in three,Reef Ltd,AGENCY,yesterday
                in-4,Brought in four,Reef Ltd,AGENCY,2025-01-15
                """;
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("partners.csv", "text/csv", file.getBytes(UTF_8)));
    }

    private static void saysWhatIsWrong(Page page) {
        var rejected = page.locator("#run table tbody tr");
        assertThat(rejected).hasCount(2);
        assertThat(rejected.first()).containsText("3");
        assertThat(rejected.first()).containsText("partnerType");
        assertThat(rejected.last()).containsText("4");
        assertThat(rejected.last()).containsText("registeredAt");
    }
}
