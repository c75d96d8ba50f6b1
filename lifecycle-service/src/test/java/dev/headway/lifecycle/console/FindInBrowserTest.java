package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever looks for something, or no longer wants what they asked for, uses a key. */
class FindInBrowserTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String FINN = people.invite("Finn Seeker", Role.MANAGER);

    @Test
    void a_partnership_is_found_from_any_page_and_no_letter_is_taken_for_a_key() {
        var id = inPilot("Found from afar");
        try (var browser = people.at(SharedConsole.chromium(), FINN)) {
            var page = opened(browser.newPage(), "/partnerships/" + id);
            page.keyboard().press("Control+k");
            var field = page.getByRole(AriaRole.DIALOG).getByLabel("Partnership or partner");
            assertThat(field).isFocused();
            page.keyboard().type("mtsx");
            assertThat(field).hasValue("mtsx");
            assertThat(page.locator("#panel")).isEmpty();
            Chromium.isAccessible(page, "the search of all partnerships");
            Chromium.picture(page, "find-1280-light");

            field.fill("from afar");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/partnerships/" + id + "$"));

            opened(page, "/program");
            page.keyboard().press("/");
            assertThat(field).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        }
    }

    @Test
    void the_board_narrows_while_one_types() {
        var near = inPilot("Typed harbour");
        var far = inPilot("Typed meadow");
        try (var browser = people.at(SharedConsole.chromium(), FINN)) {
            var page = opened(browser.newPage(), "/board?q=Typed&sort=name");
            assertThat(page.locator("#card-" + far)).isVisible();
            var field = page.locator("input[data-shell-target=search]");
            field.click();
            page.keyboard().press("End");
            page.keyboard().type(" har");

            assertThat(page.locator("#card-" + far)).isHidden();
            assertThat(page.locator("#card-" + near)).isVisible();
            assertThat(field).isFocused();
            page.keyboard().type("bour");
            assertThat(field).hasValue("Typed harbour");
            assertThat(page).hasURL(Pattern.compile("\\?q=Typed(\\+|%20)harbour&sort=name$"));
        }
    }

    @Test
    void enter_opens_the_only_one_that_the_board_is_narrowed_to() {
        var only = inPilot("Entered quay");
        inPilot("Entered pier");
        try (var browser = people.at(SharedConsole.chromium(), FINN)) {
            var page = opened(browser.newPage(), "/board?sort=name");
            var field = page.locator("input[data-shell-target=search]");
            field.click();
            page.keyboard().type("Entered");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/board\\?q=Entered&sort=name$"));
            assertThat(page.locator(".card")).hasCount(2);

            field.click();
            page.keyboard().press("End");
            page.keyboard().type(" quay");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/partnerships/" + only + "$"));
        }
    }

    @Test
    void a_form_that_is_on_its_way_is_stopped_by_a_key() {
        var id = inPilot("Asked in vain");
        Map<String, Runnable> held = new ConcurrentHashMap<>();
        try (var browser = people.at(SharedConsole.chromium(), FINN)) {
            var page = opened(browser.newPage(), "/partnerships/" + id);
            page.route("**/record/step", route -> held.put("form", route::resume));
            page.keyboard().press("s");
            page.waitForCondition(() -> held.containsKey("form"));
            page.keyboard().press("Escape");
            Objects.requireNonNull(held.remove("form")).run();
            page.keyboard().press("t");

            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("How you met")).isFocused();
            assertThat(page.getByLabel("What will be done")).hasCount(0);
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
        }
    }

    private static String inPilot(String name) {
        var id =
                PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), name)
                        .inPilot()
                        .id();
        headway.awaitProjections();
        return id;
    }

    private static Page opened(Page page, String path) {
        page.navigate(path);
        assertThat(page.locator("body[data-ready]")).isVisible();
        return page;
    }
}
