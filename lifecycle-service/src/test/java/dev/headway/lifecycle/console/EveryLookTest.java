package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every page as it looks: wide and narrow, light and dark, with names as long as they may be. It
 * can be used by everybody, with the mouse or without, and asks nobody else for anything.
 */
class EveryLookTest {

    static final List<String> PAGES =
            List.of(
                    "board",
                    "board?q=nowhere",
                    "partnerships/{id}",
                    "partnerships/{id}/move?to=LAUNCH",
                    "partnerships/{id}/record/leverage-claim",
                    "partnerships/new",
                    "ghost-towns",
                    "steps?owner=all",
                    "alerts",
                    "program",
                    "governance",
                    "governance/pack",
                    "governance/proof",
                    "governance/projections",
                    "import",
                    "partners",
                    "partners/{partner}",
                    "partners/{partner}/renaming",
                    "people",
                    "people/new",
                    "people/forgetting",
                    "people/handover?from=Alliance+desk",
                    "me",
                    "me/tokens/new",
                    "me/calendars/new",
                    "keys",
                    "board/nothing");

    /** The panels that have something stick out of them. */
    private static final String BURST =
            """
            [...document.querySelectorAll('.panel, .card, .empty, .band')]
              .filter(each => each.scrollWidth > each.clientWidth + 1)
              .map(each => each.textContent.trim().slice(0, 60)).join()
            """;

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int HEIGHT = 860;

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final List<String> complaints = new ArrayList<>();
    private static final String id =
            PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), "Looked at")
                    .inPilot()
                    .id();
    private static final Page page =
            SharedConsole.people()
                    .at(
                            SharedConsole.chromium(),
                            SharedConsole.people()
                                    .invite("Zoe Alves", Role.OURS.toArray(Role[]::new)))
                    .newPage();

    @BeforeAll
    static void listen() {
        PastPartnership.imported(headway, "look", "W".repeat(200));
        var undated =
                """
                externalKey,name,partnerName,partnerType,registeredAt
                look-2,Undated,Undated Ltd,TELCO,soon
                """;
        headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(undated));
        // what others do meanwhile would change the page under the eyes
        page.route(
                "**/console/stream",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") && !message.text().contains("404")) {
                        complaints.add(message.text());
                    }
                });
        page.onRequest(
                request -> {
                    if (!request.url().startsWith(headway.uri() + "/")) {
                        complaints.add("asks " + request.url());
                    }
                });
    }

    @AfterAll
    static void close() {
        page.context().close();
    }

    private static String partner() {
        return headway.as(Role.VIEWER)
                .get("/api/v1/partnerships/" + id)
                .json()
                .at("/partnerId")
                .asString();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void is_whole_readable_and_accessible(String path) {
        page.navigate("/" + path.replace("{id}", id).replace("{partner}", partner()));
        assertThat(page.locator("body[data-ready]")).isVisible();
        var name =
                path.replace("/{id}", "")
                        .replace("/{partner}", "-one")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", "-");
        for (var width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, HEIGHT);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("how wide %s is at %d", path, width)
                    .isEqualTo(width);
            assertThat(page.evaluate(BURST)).as("burst on %s at %d", path, width).isEqualTo("");
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var as = "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
                Chromium.picture(page, as);
                if ((width == WIDE) == (scheme == ColorScheme.LIGHT)) {
                    Chromium.isAccessible(page, as); // each width and each scheme once
                }
            }
        }
        assertThat(complaints).as("%s keeps to its policy and its origin", path).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void is_used_by_keys_alone_and_shows_where_one_is(String path) {
        page.setViewportSize(WIDE, HEIGHT);
        page.navigate("/" + path.replace("{id}", id).replace("{partner}", partner()));
        assertThat(page.locator("body[data-ready]")).isVisible();

        assertThat(new TabOrder(page).unreachable()).as(path).isEmpty();
    }

    @Test
    void a_dark_page_prints_dark_on_white() {
        page.setViewportSize(WIDE, HEIGHT);
        page.navigate("/partnerships/" + id);
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setMedia(Media.PRINT)
                        .setColorScheme(ColorScheme.DARK));
        try {
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
            assertThat(page.locator("h1")).hasCSS("color", "rgb(28, 27, 25)");
            assertThat(page.locator(".side")).isHidden();
            Chromium.picture(page, "partnership-print");
            page.navigate("/board");
            Chromium.picture(page, "board-print");
        } finally {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    /** Turbo puts a style into the page; the policy knows it by its hash. */
    @Test
    void the_progress_bar_is_the_only_style_that_is_let_in() {
        Map<String, Runnable> held = new LinkedHashMap<>();
        page.navigate("/keys");
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.route("**/people", route -> held.put("page", route::resume));
        page.locator(".menu a[href='/people']").click();
        assertThat(page.locator(".turbo-progress-bar")).hasCSS("position", "fixed");
        held.values().forEach(Runnable::run);
        page.unroute("**/people");
        assertThat(page.locator("main table")).isVisible();
        assertThat(complaints).isEmpty();
    }
}
