package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is one's own, and what everybody looks at: calendars, views and the program's figures. */
class OwnPagesInBrowserTest {

    private static final String MIA = "mia@headway.example";
    private static RunningHeadway headway;
    private static Chromium chromium;
    private static SignedInPeople people;

    @BeforeAll
    static void there_is_history() {
        headway = RunningHeadway.start();
        chromium = new Chromium();
        people = new SignedInPeople(headway);
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,scaledAt,lastMotionAt
                a,Anchor bay,Anchor Ltd,TELCO,2026-01-15,2026-02-01,2026-03-30,,2026-05-12
                b,Beacon hub,Beacon Ltd,TELCO,2026-01-15,2026-03-01,2026-05-10,2026-09-01,2026-11-12
                c,Cable way,Cable Ltd,RESELLER,2026-02-15,2026-04-01,2026-06-20,,2026-11-20
                d,Dock side,Dock Ltd,RESELLER,2026-06-15,2026-08-01,,,2026-10-20
                """;
        headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        headway.close();
    }

    @Test
    void a_calendar_link_is_made_shown_once_read_and_revoked() {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, MIA, "/me");
            isReady(page);
            page.getByRole(AriaRole.REGION, named("Calendar links")).getByText("Make one").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("What it is for").fill("My phone");
            assertThat(dialog.getByLabel("Everybody's dates")).hasValue("no");
            Chromium.isAccessible(page, "a calendar link to be made");
            dialog.getByText("Make it").click();

            var shown = page.getByLabel("A calendar link");
            assertThat(shown).hasValue(Pattern.compile(".*/calendar/hwc_.*\\.ics"));
            Chromium.isAccessible(page, "a calendar link, shown once");
            var path = URI.create(shown.inputValue()).getPath();
            Assertions.assertThat(headway.asNobody().get(path).status()).isEqualTo(200);

            page.getByText("I have it").click();
            var calendars = page.getByRole(AriaRole.REGION, named("Calendar links"));
            assertThat(calendars).containsText("My phone");
            assertThat(calendars).not().containsText("hwc_");
            Chromium.isAccessible(page, "one's own page");
            Chromium.picture(page, "me-1280-light");
            calendars.getByText("Revoke").click();
            assertThat(calendars).not().containsText("My phone");
            Assertions.assertThat(headway.asNobody().get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void a_view_is_renamed_in_the_dialog() {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, MIA, "/alerts?severity=CRITICAL");
            isReady(page);
            page.getByText("Save this view").click();
            page.getByLabel("Called").fill("The worst");
            Chromium.isAccessible(page, "a view to be saved");
            page.getByText("Save it").click();
            assertThat(page.locator(".notice")).containsText("The view is saved.");
            page.navigate("/me");
            page.getByText("The worst").first().click();
            assertThat(page.locator(".views [aria-current]")).containsText("The worst");
            Chromium.isAccessible(page, "a saved view");
            Chromium.picture(page, "alerts-view-1280-light");
            page.getByText("Rename or share it").click();
            page.getByRole(AriaRole.DIALOG).getByLabel("What it is called").fill("Worst of all");
            page.getByText("Change it").click();
            assertThat(page.locator(".views [aria-current]")).containsText("Worst of all");
        }
    }

    @Test
    void the_program_is_previewed_and_its_figures_are_seen_and_printed() {
        for (var width : new int[] {1280, 390}) {
            var scheme = width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT;
            try (var browser = chromium.somebody(headway.uri().toString(), width, scheme, true)) {
                var page = people.signIn(browser, MIA, "/program");
                isReady(page);
                assertThat(page.locator("#fig-funnel")).isVisible();
                Chromium.isAccessible(page, "the program");
                Chromium.picture(page, "program-" + width + "-figures");
                page.getByLabel("Ghost town, all stages").fill("P30D");
                page.getByText("Show what it would change").click();
                assertThat(page.locator("main")).containsText("nothing is saved yet");
                Chromium.isAccessible(page, "a program previewed");
                Chromium.picture(page, "program-preview-" + width);
                page.navigate("/program");
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                Chromium.picture(page, "program-print-" + width);
            }
        }
    }

    /** Its scripts are there. */
    private static void isReady(Page page) {
        assertThat(page.locator("body[data-ready]")).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
