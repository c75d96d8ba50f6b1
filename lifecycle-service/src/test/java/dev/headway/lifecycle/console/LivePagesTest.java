package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Pages that are open hear of what others do, and keep what somebody types; each looks as it
 * should.
 */
class LivePagesTest {

    private static final RunningHeadway headway = RunningHeadway.start();
    private static final Chromium chromium = new Chromium();
    private static final SignedInPeople people = new SignedInPeople(headway);

    @AfterAll
    static void stop() {
        chromium.close();
        headway.close();
    }

    @Test
    void another_ones_partnership_appears_and_what_is_typed_stays() {
        var mail = people.invite("Ada Okafor", Role.MANAGER);
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, mail, "/board");
            assertThat(page.locator("body[data-ready]")).isVisible();
            register("First of all");
            assertThat(page.locator(".card h3 a").getByText("First of all")).isVisible();

            page.getByLabel("Search by partnership or partner").fill("half a na");
            register("Second of all");
            page.getByLabel("Search by partnership or partner").pressSequentially("me");
            assertThat(page.getByLabel("Search by partnership or partner")).hasValue("half a name");
        }
    }

    @Test
    void every_page_can_be_used_by_everybody() {
        var mail = people.invite("Noor Haddad", Role.APPROVER);
        register("Looked at");
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (var width : new int[] {1280, 390}) {
                try (var browser =
                        chromium.somebody(headway.uri().toString(), width, scheme, true)) {
                    var page = people.signIn(browser, mail, "/board");
                    look(page, width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static void look(Page page, String as) {
        for (var path :
                new String[] {
                    "alerts",
                    "ghost-towns",
                    "steps?owner=all",
                    "program",
                    "governance",
                    "people",
                    "me",
                    "keys"
                }) {
            page.navigate("/" + path);
            assertThat(page.locator("main")).isVisible();
            var name = path.replaceAll("\\?.*", "") + "-" + as;
            Chromium.picture(page, name);
            Chromium.isAccessible(page, name);
        }
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
