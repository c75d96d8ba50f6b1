package dev.headway.lifecycle.console;

import static dev.headway.lifecycle.console.ReaderOverHttp.header;
import static dev.headway.lifecycle.console.ReaderOverHttp.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page, whatever is on it: headers, sessions, and the ways in and out. */
class ConsoleOverHttpTest {

    private static final Pattern IMPORT =
            Pattern.compile("^import [^;]*?\"(\\./[^\"]+)\"", Pattern.MULTILINE);

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final String ADA = people.invite("Ada Okafor", Role.MANAGER);

    @Test
    void the_root_leads_to_the_board_and_a_page_to_the_sign_in_and_back() {
        var browser = new Browser(headway.uri());
        var start = location(browser.open("/board?q=reef"));

        assertThat(start.getPath()).isEqualTo("/oauth2/authorization/console");
        assertThat(location(signedIn(browser, start.toString())))
                .hasPath("/board")
                .hasQuery("q=reef");
        assertThat(location(browser.open("/")).getPath()).isEqualTo("/board");
        assertThat(browser.open("/board").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/board",
                "//evil.example/board",
                "/\\evil.example",
                "/board/../docs",
                "javascript:alert(1)",
                "/api/v1/me",
                "/board%0d%0aSet-Cookie:x=1"
            })
    void a_sign_in_ends_at_a_page_of_the_console_and_nowhere_else(String to) {
        var browser = new Browser(headway.uri());
        var end = signedIn(browser, "/oauth2/authorization/console?to=" + Encoded.of(to));

        assertThat(location(end).getPath()).startsWith("/board");
        assertThat(location(end).getHost()).isIn("localhost", null);
    }

    @Test
    void pages_are_private_and_in_nobodys_frame() {
        var page = signedIn().open("/board");

        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe")
                .doesNotContain("http:")
                .doesNotContain("https:");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]* src=)|<style| style=\"| on[a-z]+=\"");
    }

    @Test
    void what_a_page_is_made_of_is_there_and_kept_by_browsers() {
        var browser = signedIn();
        var named =
                Pattern.compile("(?:href|src)=\"(/console/assets/[^\"]+)\"")
                        .matcher(browser.open("/board").body())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        var scripts =
                named.stream()
                        .filter(each -> each.endsWith("console.js"))
                        .map(each -> each.replace("console.js", "turbo.es2017-esm.js"));

        assertThat(named).hasSizeGreaterThan(5);
        assertThat(Stream.concat(named.stream(), scripts))
                .allSatisfy(
                        each -> {
                            var asset = browser.open(each);
                            assertThat(asset.statusCode()).as(each).isEqualTo(200);
                            assertThat(header(asset, "Cache-Control")).contains("immutable");
                        });
    }

    @Test
    void the_session_is_another_one_after_the_sign_in() {
        var browser = new Browser(headway.uri());
        var before = browser.open("/oauth2/authorization/console?to=/board");
        var after = signedIn(browser, "/oauth2/authorization/console?to=/board");

        assertThat(header(before, "Set-Cookie"))
                .contains("headway-console=", "HttpOnly", "SameSite=Lax");
        assertThat(header(after, "Set-Cookie"))
                .contains("headway-console=")
                .isNotEqualTo(header(before, "Set-Cookie"));
    }

    @Test
    void all_scripts_together_take_less_than_a_hundred_kilobytes() throws IOException {
        var browser = signedIn();
        var first =
                Pattern.compile("src=\"([^\"]+console\\.js)\"")
                        .matcher(browser.open("/board").body())
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> scripts = new LinkedHashMap<>();
        follow(first, browser, scripts);
        var gzipped = new ByteArrayOutputStream();
        for (var script : scripts.values()) {
            try (var gzip = new GZIPOutputStream(gzipped)) {
                gzip.write(script.getBytes(UTF_8));
            }
        }

        assertThat(scripts).hasSizeGreaterThan(5);
        assertThat(gzipped.size()).isLessThanOrEqualTo(100 * 1024);
    }

    /** A script and whatever it imports, once each. */
    private static void follow(String script, Browser browser, Map<String, String> found) {
        if (found.containsKey(script)) {
            return;
        }
        var text = browser.open(script).body();
        found.put(script, text);
        IMPORT.matcher(text)
                .results()
                .map(each -> URI.create(script).resolve(each.group(1)).toString())
                .forEach(each -> follow(each, browser, found));
    }

    @Test
    void the_api_does_not_look_at_the_cookie() {
        assertThat(signedIn().open("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_fact_is_recorded_and_a_wrong_one_is_said_beside_its_field() {
        var id =
                headway.as(Role.MANAGER)
                        .post(
                                "/api/v1/partnerships",
                                """
                                {"name": "<b>Reef</b>", "partner": {"name": "R", "type": "TELCO"}}
                                """)
                        .json()
                        .at("/id")
                        .asString();
        var browser = signedIn();
        var form = "/partnerships/" + id + "/record/pattern";
        var wrong = browser.submit(form, Map.of("pattern", "NONE"));
        var right = browser.submit(form, Map.of("pattern", "RESELL"));

        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
        assertThat(right.statusCode()).as(right.body()).isIn(302, 303);
        assertThat(browser.open("/partnerships/" + id).body())
                .contains("Pattern chosen: resell", "&lt;b&gt;Reef&lt;/b&gt;")
                .doesNotContain("<b>Reef");
        assertThat(
                        headway.as(Role.VIEWER)
                                .get("/api/v1/partnerships/" + id + "/history?kind=PatternChosen")
                                .json()
                                .at("/items/0/channel")
                                .asString())
                .isEqualTo("CONSOLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board/nothing",
                "/partnerships/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11",
                "/partnerships/nonsense",
                "/partnerships/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11/record/nothing"
            })
    void what_is_not_there_is_said_on_a_page(String path) {
        var page = signedIn().open(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here");
    }

    @Test
    void whoever_browses_to_nowhere_signs_in_first_and_is_told_so_on_a_page() {
        var html = "text/html,application/xhtml+xml,*/*;q=0.8";
        var browser = new Browser(headway.uri());
        var start = location(browser.open("/nowhere/at-all?q=1", html));

        assertThat(start.getPath()).isEqualTo("/oauth2/authorization/console");
        assertThat(location(signedIn(browser, start.toString())))
                .hasPath("/nowhere/at-all")
                .hasQuery("q=1");
        var page = browser.open("/nowhere/at-all?q=1", html);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere application/json",
                "/nowhere */*",
                "/api/v1/nowhere text/html",
                "/api/v1/partnerships text/html",
                "/actuator/nowhere text/html"
            })
    void a_call_without_a_token_is_answered_as_a_call(String call) {
        var asked = call.split(" ");
        var answer = new Browser(headway.uri()).open(asked[0], asked[1]);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(headway.as(Role.VIEWER).withoutContract().get("/nowhere").json().at("/status"))
                .hasToString("404");
    }

    private static Browser signedIn() {
        return ReaderOverHttp.signedIn(headway, ADA);
    }

    private static HttpResponse<String> signedIn(Browser browser, String start) {
        return ReaderOverHttp.signIn(browser, start, ADA);
    }
}
