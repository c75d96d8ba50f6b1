package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The board and a partnership in the hand, 390 pixels wide. */
class NarrowInBrowserTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String TEXT_END =
            "e => { const r = document.createRange(); r.selectNodeContents(e);"
                    + " return r.getBoundingClientRect().right }";

    /** In pixels as they are seen, whatever a picture is scaled to. */
    private static final String SMALLEST_TEXT =
            """
            Math.min(...[...document.querySelectorAll("svg text")]
              .map((each) => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a))
            """;

    private static final String MAIL = people.invite("Nina Narrow", Role.MANAGER);

    @Test
    void the_board_opens_on_the_first_lane_that_has_something() {
        PastPartnership.imported(headway, "narrow-1", "Pocket harbour");
        headway.awaitProjections();
        try (var browser =
                people.at(SharedConsole.chromium(), MAIL, 390, ColorScheme.LIGHT, true)) {
            var page = opened(browser.newPage(), "/board?q=Pocket+harbour");

            assertThat(page.locator("section[data-stage=LAUNCH] .card")).isInViewport(most());
            assertThat(page.locator(".jump [aria-current]")).containsText("Launch");
            Chromium.isAccessible(page, "a narrow board");
            Chromium.picture(page, "board-first-lane-390-light");

            page.locator(".jump").getByText("Sunset").click();
            assertThat(page.locator("section[data-stage=SUNSET]")).isInViewport(most());
            assertThat(page.locator(".jump [aria-current]")).containsText("Sunset");
        }
    }

    @Test
    void dates_of_stages_stand_apart_and_everything_can_be_done() {
        var id = PastPartnership.imported(headway, "narrow-2", "Pocket cove");
        headway.awaitProjections();
        try (var browser = people.at(SharedConsole.chromium(), MAIL, 390, ColorScheme.DARK, true)) {
            var page = opened(browser.newPage(), "/partnerships/" + id);
            var dates = page.locator(".rail time").all();

            Assertions.assertThat(dates).hasSize(3);
            for (int i = 1; i < dates.size(); i++) {
                var end = right(dates.get(i - 1));
                Assertions.assertThat(box(dates.get(i)).x - end).isGreaterThanOrEqualTo(4);
            }
            Chromium.picture(page, "partnership-dates-390-dark");
            page.getByText("Rename").click();
            assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("What it is called"))
                    .hasValue("Pocket cove");
        }
    }

    @Test
    void nothing_that_can_be_pressed_lies_beside_the_audit_or_the_pack() {
        var auditor = people.invite("Nils Narrow", Role.AUDITOR);
        try (var browser =
                people.at(SharedConsole.chromium(), auditor, 390, ColorScheme.LIGHT, true)) {
            var page = browser.newPage();
            for (var path : new String[] {"/governance", "/governance/pack"}) {
                opened(page, path);
                for (var each : page.locator(".filters .button").all()) {
                    var box = box(each);
                    Assertions.assertThat(box.x + box.width)
                            .as(each.textContent())
                            .isLessThanOrEqualTo(390);
                }
            }
        }
    }

    @Test
    void the_day_of_a_story_ends_before_its_dot() {
        var id = PastPartnership.imported(headway, "narrow-3", "Pocket of days");
        headway.awaitProjections();
        for (var width : new int[] {1280, 390}) {
            try (var browser =
                    people.at(SharedConsole.chromium(), MAIL, width, ColorScheme.LIGHT, true)) {
                var page = opened(browser.newPage(), "/partnerships/" + id);
                var entries = page.locator(".story .entry").all();

                Assertions.assertThat(entries).isNotEmpty();
                for (var entry : entries) {
                    Assertions.assertThat(right(entry.locator("> time")))
                            .isLessThanOrEqualTo(box(entry.locator(".pin i")).x);
                }
                Assertions.assertThat(box(page.locator(".story .record time").first()).x)
                        .isLessThan(box(page.locator(".story .record").first()).x + 80);
            }
        }
    }

    @Test
    void what_is_drawn_can_be_read_and_is_scrolled_by_itself() {
        var id = inPilotWithClaim();
        var auditor = people.invite("Nadja Narrow", Role.MANAGER, Role.AUDITOR);
        try (var browser =
                people.at(SharedConsole.chromium(), auditor, 390, ColorScheme.LIGHT, true)) {
            var page = browser.newPage();
            for (var path :
                    List.of(
                            "/program",
                            "/ghost-towns",
                            "/governance/pack",
                            "/partnerships/" + id)) {
                opened(page, path);
                assertThat(page.locator(".wide-picture text").first()).isAttached();

                Assertions.assertThat(number(page.evaluate(SMALLEST_TEXT)))
                        .as(path)
                        .isGreaterThanOrEqualTo(11);
                Assertions.assertThat(number(page.evaluate("document.documentElement.scrollWidth")))
                        .as(path)
                        .isEqualTo(390);
                Chromium.isAccessible(page, path);
                Chromium.picture(
                        page, "drawn" + path.replaceAll("/[0-9a-f-]{36}", "").replace('/', '-'));
            }
        }
    }

    private static String inPilotWithClaim() {
        PastPartnership.imported(headway, "narrow-4", "Pocket drawing");
        var id =
                PartnershipOverHttp.registered(
                                headway.as(Role.MANAGER), Clock.systemUTC(), "Pocket claim")
                        .inPilot()
                        .id();
        headway.awaitProjections();
        return id;
    }

    private static double number(Object evaluated) {
        return ((Number) evaluated).doubleValue();
    }

    private static Page opened(Page page, String path) {
        page.navigate(path);
        assertThat(page.locator("body[data-ready]")).isVisible();
        return page;
    }

    private static LocatorAssertions.IsInViewportOptions most() {
        return new LocatorAssertions.IsInViewportOptions().setRatio(0.5);
    }

    /** Where the text of an element ends, which a box that is too narrow lets stand out. */
    private static double right(Locator element) {
        return ((Number) element.evaluate(TEXT_END)).doubleValue();
    }

    private static BoundingBox box(Locator element) {
        return element.boundingBox();
    }
}
