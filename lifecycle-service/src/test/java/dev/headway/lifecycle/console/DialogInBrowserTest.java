package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Forms open in a dialog: where one types, and what becomes of it. */
class DialogInBrowserTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String UMA = people.invite("Uma Berg", Role.MANAGER);

    /** The answer with the form of a step has begun, and goes on when the page is told so. */
    private static final String FORM_COMES_SLOWLY =
            """
            document.addEventListener("turbo:before-fetch-response", (event) => {
              const answer = event.detail.fetchResponse
              if (!answer.location.pathname.endsWith("/record/step")) return
              const page = document.documentElement
              const goesOn = new Promise((told) => page.addEventListener("form-goes-on", told, { once: true }))
              Object.defineProperty(answer, "responseHTML", { value: goesOn.then(() => answer.response.text()) })
              page.dataset.formComes = ""
            })
            """;

    @Test
    void one_types_at_once_and_nothing_typed_is_thrown_away_by_a_key() {
        var id =
                PartnershipOverHttp.registered(
                                headway.as(Role.MANAGER), Clock.systemUTC(), "Typed about")
                        .inPilot()
                        .id();
        try (var browser = people.at(SharedConsole.chromium(), UMA)) {
            var page = browser.newPage();
            page.navigate("/partnerships/" + id);
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.keyboard().press("t");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("How you met")).isFocused();

            page.onceDialog(Dialog::dismiss);
            dialog.getByLabel("What came of it").fill("They sign in June");
            page.keyboard().press("Escape");
            assertThat(dialog.getByLabel("What came of it")).hasValue("They sign in June");

            dialog.getByLabel("When it happened").fill("2999-01-31");
            dialog.locator("button[type=submit].main").click();
            assertThat(dialog.getByLabel("When it happened")).isFocused();
            assertThat(dialog.getByLabel("What came of it")).hasValue("They sign in June");

            leave(page);
            assertThat(dialog).isHidden();
            page.keyboard().press("s");
            assertThat(dialog.getByLabel("What will be done")).isFocused();
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
        }
    }

    @Test
    void a_move_that_was_refused_is_left_without_a_question_and_the_focus_stays_in_the_page() {
        var id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Refused at once");
        headway.awaitProjections();
        try (var browser = people.at(SharedConsole.chromium(), UMA)) {
            var page = browser.newPage();
            page.navigate("/partnerships/" + id);
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.keyboard().press("m");
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByText("Try it all the same, on record").click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("criteria for pilot");
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();

            page.locator(".meta").getByText("Name an owner").click();
            assertThat(dialog.locator("h1")).hasText("Name an owner");
            dialog.getByLabel("Who holds it").fill("Kai Berg");
            dialog.locator("button[type=submit].main").click();
            assertThat(page.locator(".meta")).containsText("Kai Berg");
            assertThat(page.locator("main")).isFocused();
        }
    }

    @Test
    void a_form_that_is_asked_for_while_the_page_comes_anew_comes_all_the_same() {
        var partnership =
                PartnershipOverHttp.registered(
                                headway.as(Role.MANAGER), Clock.systemUTC(), "Clicked at once")
                        .inPilot();
        var id = partnership.id();
        Map<String, Runnable> held = new ConcurrentHashMap<>();
        try (var browser = people.at(SharedConsole.chromium(), UMA)) {
            var page = browser.newPage();
            page.navigate("/partnerships/" + id);
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.keyboard().press("t");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("How you met")).isFocused();
            page.route("**/partnerships/" + id, route -> held.put("page", route::resume));
            page.route("**/record/step", route -> held.put("form", route::resume));
            partnership.touchpoint();

            page.keyboard().press("Escape");
            page.waitForCondition(() -> held.containsKey("page"));
            page.locator("[data-shell-target=step]").click();
            page.waitForCondition(() -> held.containsKey("form"));
            release(held, "page");
            assertThat(page.locator(".story")).containsText("weekly call");
            release(held, "form");

            assertThat(dialog.getByLabel("What will be done")).isFocused();
        }
    }

    @Test
    void a_form_that_has_half_come_while_the_page_comes_anew_comes_all_the_same() {
        var partnership =
                PartnershipOverHttp.registered(
                                headway.as(Role.MANAGER), Clock.systemUTC(), "Half come")
                        .inPilot();
        var id = partnership.id();
        Map<String, Runnable> held = new ConcurrentHashMap<>();
        try (var browser = people.at(SharedConsole.chromium(), UMA)) {
            browser.addInitScript(FORM_COMES_SLOWLY);
            var page = browser.newPage();
            page.navigate("/partnerships/" + id);
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.keyboard().press("t");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("How you met")).isFocused();
            page.route("**/partnerships/" + id, route -> held.put("page", route::resume));
            partnership.touchpoint();

            page.keyboard().press("Escape");
            page.waitForCondition(() -> held.containsKey("page"));
            page.locator("[data-shell-target=step]").click();
            assertThat(page.locator("html[data-form-comes]")).isAttached();
            release(held, "page");
            assertThat(page.locator(".story")).containsText("weekly call");
            page.locator("html").dispatchEvent("form-goes-on");

            assertThat(dialog.getByLabel("What will be done")).isFocused();
        }
    }

    private static void release(Map<String, Runnable> held, String what) {
        Objects.requireNonNull(held.remove(what)).run();
    }

    private static void leave(Page page) {
        page.onceDialog(Dialog::accept);
        page.keyboard().press("Escape");
    }
}
