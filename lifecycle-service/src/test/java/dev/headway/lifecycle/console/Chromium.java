package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of the machine; {@code ./headway test} sees to it that there is one. */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /** Without a GPU, which is imitated on a machine that has none, at the price of a core. */
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
                                    .setArgs(ARGUMENTS));

    /** A browser of somebody's own, with no cookie yet. */
    BrowserContext somebody(String service) {
        return somebody(service, 1280, ColorScheme.LIGHT, true);
    }

    BrowserContext somebody(String service, int width, ColorScheme scheme, boolean scripts) {
        var context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(service)
                                .setViewportSize(width, 860)
                                .setColorScheme(scheme)
                                .setTimezoneId("Europe/Zurich")
                                .setJavaScriptEnabled(scripts));
        // as after the first page: the server knows the zone, and no page is asked for twice
        context.addCookies(List.of(new Cookie("headway-zone", "Europe%2FZurich").setUrl(service)));
        context.setDefaultTimeout(60_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        return context;
    }

    /**
     * Nothing that keeps anybody from using the page as it is shown now. The page has no frames, so
     * that axe need not open another one to put together what it finds.
     */
    static void isAccessible(Page page, String as) {
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations)
                .as(as)
                .extracting(
                        rule ->
                                rule.getId()
                                        + " "
                                        + rule.getNodes().stream()
                                                .map(n -> n.getHtml() + " " + n.getFailureSummary())
                                                .toList())
                .isEmpty();
    }

    /** For people to look at, beside the example of the look. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static Path executable() {
        var said = Optional.ofNullable(System.getenv("HEADWAY_BROWSER")).map(Path::of);
        return said.or(() -> PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no Chromium found; set HEADWAY_BROWSER to one"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
