package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The board and a partnership, as people use them. */
class BoardInBrowserTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Chromium chromium = SharedConsole.chromium();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String MANAGER = people.invite("Ada Okafor", Role.MANAGER);
    private static final String VIEWER = people.invite("Vera Lind", Role.VIEWER);

    @Test
    void a_partnership_is_registered_refused_and_mended_on_the_spot() {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, MANAGER, "/board");
            register(page, "Northwind resale");
            Chromium.isAccessible(page, "a prospect");
            Chromium.picture(page, "partnership-1280-light");

            page.navigate("/board?q=Northwind");
            var card = page.locator(".card", named("Northwind resale"));
            assertThat(card).isVisible();
            Chromium.isAccessible(page, "the board");
            Chromium.picture(page, "board-1280-light");
            isReady(page);
            page.keyboard().press("j");
            page.keyboard().press("m");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Pilot stays shut for");
            Chromium.isAccessible(page, "a shut gate");
            Chromium.picture(page, "refusal-1280-light");

            var open = dialog.locator(".unmet li");
            var before = open.count();
            dialog.getByText("Choose the pattern").click();
            dialog.getByLabel("What is being executed").selectOption("RESELL");
            Chromium.isAccessible(page, "a form in the dialog");
            dialog.getByText("Choose it").click();
            assertThat(open).hasCount(before - 1);

            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(card.locator("h3 a")).isFocused();
        }
    }

    @Test
    void a_drop_asks_the_gate_and_moves_nothing() {
        var id = registered("Dropped card");
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, MANAGER, "/board?q=Dropped");
            isReady(page);
            page.locator("#card-" + id).dragTo(page.locator("section[data-stage=PILOT]"));
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Pilot stays shut for");
        }
        var history = headway.as(Role.VIEWER).get("/api/v1/partnerships/" + id + "/history").text();
        Assertions.assertThat(history).doesNotContain("MoveRefused");
    }

    @Test
    void without_scripts_the_same_pages_do() {
        var id = registered("Plain card");
        try (var browser =
                chromium.somebody(headway.uri().toString(), 390, ColorScheme.DARK, false)) {
            var page = people.signIn(browser, MANAGER, "/board?q=Plain");
            assertThat(page.locator(".card")).hasCount(1);
            Chromium.picture(page, "board-390-dark");
            page.locator("#card-" + id + " a.do").click();
            assertThat(page.locator("h1")).containsText("Pilot stays shut for");
            page.getByText("Try it all the same, on record").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("on record as version");
            page.locator(".unmet").getByText("Choose the pattern").click();
            page.getByLabel("What is being executed").selectOption("RESELL");
            page.getByText("Choose it").click();
            assertThat(page).hasURL(Pattern.compile(".*/move\\?to=PILOT.*"));
            page.navigate("/partnerships/" + id);
            assertThat(page.locator(".story")).containsText("Pilot refused");
            Chromium.picture(page, "partnership-390-dark");
        }
    }

    @Test
    void what_the_api_refuses_to_a_role_its_pages_do_not_offer() {
        var id = registered("Seen by a viewer");
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, VIEWER, "/partnerships/" + id);
            assertThat(page.locator("main h1")).containsText("Seen by a viewer");
            assertThat(page.locator("a[href*='/record/']")).hasCount(0);
            page.navigate("/board");
            assertThat(page.locator("a[href='/partnerships/new']")).hasCount(0);
            assertThat(page.locator("a.do")).hasCount(0);
            Chromium.isAccessible(page, "a viewer's board");
        }
    }

    @Test
    void whoever_signs_out_is_out() {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, VIEWER, "/board");
            page.getByText("Sign out").click();
            assertThat(page.locator("h1")).hasText("You are signed out");
            Chromium.isAccessible(page, "signed out");
            page.navigate("/board");
            assertThat(page.getByLabel("Password")).isVisible();
        }
    }

    private static void register(Page page, String name) {
        isReady(page);
        page.keyboard().press("c");
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("What it is called").fill(name);
        dialog.getByLabel("Who the partner is").fill("Northwind Relay");
        dialog.getByLabel("What kind of partner").selectOption("RESELLER");
        dialog.getByText("Register it").click();
        assertThat(page.locator("main h1")).hasText(name);
    }

    /** Its scripts are there. */
    private static void isReady(Page page) {
        assertThat(page.locator("body[data-ready]")).isVisible();
    }

    private static String registered(String name) {
        return PartnershipOverHttp.prospect(headway.as(Role.MANAGER), name);
    }

    private static Page.LocatorOptions named(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }
}
