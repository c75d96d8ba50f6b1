package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pages that are open hear of what others do, and keep what somebody types. */
class LivePagesTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();

    @Test
    void another_ones_partnership_appears_and_what_is_typed_stays() {
        var mail = people.invite("Ada Okafor", Role.MANAGER);
        try (var browser = people.at(SharedConsole.chromium(), mail)) {
            var page = browser.newPage();
            page.navigate("/board?q=of%20all");
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
    void a_stream_that_was_refused_is_asked_for_again() {
        var mail = people.invite("Ada Okafor", Role.MANAGER);
        try (var browser = people.at(SharedConsole.chromium(), mail)) {
            var page = browser.newPage();
            page.clock().install();
            var asked = new AtomicInteger();
            page.route(
                    "**/console/stream",
                    route -> {
                        if (asked.incrementAndGet() == 1) {
                            route.fulfill(new Route.FulfillOptions().setStatus(503));
                        } else {
                            route.resume();
                        }
                    });
            page.navigate("/board?q=refusal");
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.waitForCondition(
                    () -> {
                        page.clock().fastForward(5_000);
                        return asked.get() > 1;
                    });

            register("After a refusal");

            assertThat(page.locator(".card h3 a").getByText("After a refusal")).isVisible();
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
