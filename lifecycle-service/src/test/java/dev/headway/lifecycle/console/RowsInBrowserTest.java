package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import org.junit.jupiter.api.Test;

/** Rows of a list, walked by keys: what is done is done to the thing in the row. */
class RowsInBrowserTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String MAIL = people.invite("Rosa Row", Role.MANAGER);

    @Test
    void steps_are_walked_by_keys_and_none_is_ticked() {
        var id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Walked");
        for (var title : new String[] {"Walk first", "Walk second"}) {
            headway.as(Role.MANAGER)
                    .post(
                            "/api/v1/partnerships/" + id + "/steps",
                            """
                            {"title": "%s", "owner": "Li", "side": "OURS", "dueOn": "%s"}
                            """
                                    .formatted(
                                            title,
                                            title.endsWith("first") ? "1999-01-31" : "1999-02-01"));
        }
        headway.awaitProjections();
        try (var browser = people.at(SharedConsole.chromium(), MAIL)) {
            var page = browser.newPage();
            page.navigate("/steps?owner=all");
            assertThat(page.locator("body[data-ready]")).isVisible();
            assertThat(page.locator("input.pick")).hasCount(0);

            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(
                            page.locator("tr", new Page.LocatorOptions().setHasText("Walk second"))
                                    .locator("a")
                                    .first())
                    .isFocused();
            page.keyboard().press("k");
            page.keyboard().press("Enter");

            assertThat(page.locator("dialog form.record")).containsText("Walk first");
        }
    }
}
