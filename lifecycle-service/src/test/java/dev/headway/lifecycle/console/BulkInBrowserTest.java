package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cards are selected by mouse and by keys, and stay so while the board is told anew. */
class BulkInBrowserTest {

    private static RunningHeadway headway;
    private static Chromium chromium;
    private static SignedInPeople people;
    private static String manager;

    @BeforeAll
    static void there_are_some() {
        headway = RunningHeadway.start();
        chromium = new Chromium();
        people = new SignedInPeople(headway);
        manager = people.invite("Ada Okafor", Role.MANAGER);
        for (var name : List.of("Anchor", "Beacon", "Cable", "Dock", "Eddy")) {
            register(name);
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        headway.close();
    }

    @Test
    void by_keys_alone_three_get_a_step() {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, manager, "/board?sort=name");
            assertThat(page.locator("body[data-ready]")).isVisible();
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("j");
                page.keyboard().press("x");
            }
            assertThat(page.locator("#bulk")).containsText("3 selected");
            Chromium.isAccessible(page, "three are selected");
            Chromium.picture(page, "bulk-selected-1280-light");

            page.locator("#bulk").getByText("Plan a step").focus();
            page.keyboard().press("Enter");
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("What will be done").fill("Call them");
            dialog.getByLabel("Who does it").fill("Ada Okafor");
            dialog.getByLabel("Of which side").selectOption("OURS");
            dialog.getByLabel("By when").fill("2999-01-31");
            Chromium.isAccessible(page, "what is to be done");
            dialog.getByText("See what it would do").press("Enter");

            assertThat(dialog).containsText("3 would be done");
            Chromium.isAccessible(page, "what would come of it");
            Chromium.picture(page, "bulk-dry-run-1280-light");
            dialog.getByText("Plan it for all 3").press("Enter");

            assertThat(page.locator("main")).containsText("Of 3 partnerships: 3 done.");
            Chromium.isAccessible(page, "what came of it");
            Chromium.picture(page, "bulk-done-1280-light");
            // what answers a form is at no address: it is not asked for anew
            Assertions.assertThat(page.locator("body").getAttribute("data-live-url-value"))
                    .isNull();
            page.getByText("Back to where you were").click();
            assertThat(page).hasURL(headway.uri() + "/board?sort=name");
        }
    }

    @Test
    void with_the_shift_key_all_in_between_are_selected_and_escape_clears() {
        try (var browser =
                chromium.somebody(headway.uri().toString(), 1280, ColorScheme.DARK, true)) {
            var page = people.signIn(browser, manager, "/board?sort=name");
            assertThat(page.locator("body[data-ready]")).isVisible();
            pick(page, "Anchor").click();
            pick(page, "Dock")
                    .click(
                            new Locator.ClickOptions()
                                    .setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertThat(pick(page, "Cable")).isChecked();
            assertThat(page.locator("#bulk")).containsText("4 selected");

            register("Zephyr");
            assertThat(page.locator(".card h3 a").getByText("Zephyr")).isVisible();
            assertThat(pick(page, "Beacon")).isChecked();
            assertThat(page.locator("#bulk")).containsText("4 selected");

            page.locator("#bulk")
                    .getByText("Move", new Locator.GetByTextOptions().setExact(true))
                    .click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("To which stage").selectOption("PILOT");
            dialog.getByText("See what it would do").click();
            assertThat(dialog).containsText("4 would be refused by a gate");
            Chromium.isAccessible(page, "gates that stay shut");
            Chromium.picture(page, "bulk-refused-1280-dark");
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            page.keyboard().press("Escape");
            assertThat(page.locator("#bulk")).isHidden();
        }
    }

    @Test
    void without_scripts_the_same_forms_do() {
        try (var browser =
                chromium.somebody(headway.uri().toString(), 390, ColorScheme.LIGHT, false)) {
            var page = people.signIn(browser, manager, "/board?q=Eddy");
            pick(page, "Eddy").check();
            Chromium.picture(page, "bulk-selected-390-light");
            page.locator("#bulk").getByText("Park").click();
            page.getByLabel("Until when").fill("2999-01-31");
            page.getByLabel("Why").fill("Their year is planned");
            page.getByText("See what it would do").click();
            assertThat(page.locator("main")).containsText("1 would be done");
            page.getByText("Park it").click();
            assertThat(page.locator("main")).containsText("1 done");
        }
    }

    private static Locator pick(Page page, String name) {
        return page.getByLabel("Select " + name);
    }

    private static void register(String name) {
        headway.as(Role.MANAGER)
                .post(
                        "/api/v1/partnerships",
                        """
                        {"name": "%s", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
                        """
                                .formatted(name));
    }
}
