package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.headway.contracts.Role;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What is shown once is taken along by one key, wherever the page was opened. */
class ShownOnceInBrowserTest {

    private static final SignedInPeople people = SharedConsole.people();
    private static final String MAIL = people.invite("Cora Lind", Role.MANAGER);

    private static final String NO_CLIPBOARD =
            "Object.defineProperty(navigator, 'clipboard', {value: undefined})";

    private static final String CHOSEN = "e => e.value.substring(e.selectionStart, e.selectionEnd)";

    @Test
    void a_token_is_copied_by_the_keyboard() {
        try (var browser = people.at(SharedConsole.chromium(), MAIL)) {
            browser.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = made(browser);
            page.getByText("Copy").press("Enter");

            assertThat(page.locator(".secret [role=status]")).hasText("Copied.");
            Assertions.assertThat(page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(page.locator("#secret").inputValue());
            Chromium.isAccessible(page, "a token that was copied");
            Chromium.picture(page, "shown-once-1280-light");
        }
    }

    @Test
    void where_a_page_may_not_copy_all_of_it_is_selected() {
        try (var browser = people.at(SharedConsole.chromium(), MAIL)) {
            browser.addInitScript(NO_CLIPBOARD);
            var page = made(browser);
            page.getByText("Copy").click();

            assertThat(page.locator(".secret [role=status]")).containsText("Selected");
            assertThat(page.locator("#secret")).isFocused();
            Assertions.assertThat(page.locator("#secret").evaluate(CHOSEN))
                    .isEqualTo(page.locator("#secret").inputValue());
        }
    }

    private static Page made(BrowserContext browser) {
        var page = browser.newPage();
        page.navigate("/me/tokens/new");
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.getByLabel("What it is for").fill("Report");
        page.getByRole(AriaRole.CHECKBOX).nth(1).check();
        page.getByLabel("Until when").fill(Soon.DAY);
        page.getByText("Make it").click();
        assertThat(page.locator("#secret")).isVisible();
        assertThat(page.locator("body[data-ready]")).isVisible();
        return page;
    }
}
