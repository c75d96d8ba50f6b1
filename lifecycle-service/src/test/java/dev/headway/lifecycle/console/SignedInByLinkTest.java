package dev.headway.lifecycle.console;

import static dev.headway.lifecycle.console.ReaderOverHttp.header;
import static dev.headway.lifecycle.console.ReaderOverHttp.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever chooses a password with a link has shown who they are, and is not asked again. */
class SignedInByLinkTest {

    private static final String START = "/oauth2/authorization/console?to=/me";

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final String MIA = "mia@headway.example";

    @Test
    void a_new_password_signs_in_and_looking_at_the_link_does_not() {
        SharedConsole.people();
        var link = invited("Ivo Sand", "ivo@headway.example");
        var browser = new Browser(headway.uri());

        assertThat(header(browser.open(URI.create(link).getPath()), "Set-Cookie"))
                .doesNotContain("headway-session");
        var weak = browser.use(link, Map.of("password", "short"));
        assertThat(header(weak, "Set-Cookie")).doesNotContain("headway-session");
        var done = browser.use(link, Map.of("password", SignedInPeople.PASSWORD));

        assertThat(done.body()).contains("You are signed in", "/oauth2/authorization/console?to");
        assertThat(header(done, "Set-Cookie"))
                .contains("headway-session=", "HttpOnly", "SameSite=Lax");
        assertThat(led(browser).body()).contains("Ivo Sand");
        assertThat(header(browser.use(link, Map.of("password", "x".repeat(20))), "Set-Cookie"))
                .doesNotContain("headway-session=");
    }

    @Test
    void whoever_used_the_browser_before_is_not_taken_for_them() {
        SharedConsole.people();
        var browser = ReaderOverHttp.signedIn(headway, MIA);
        var link = invited("Jo Reed", "jo@headway.example");

        browser.use(link, Map.of("password", SignedInPeople.PASSWORD));

        assertThat(led(browser).body()).contains("Jo Reed").doesNotContain("Mia Holm");
    }

    /** Without a form on the way; in a session of its own. */
    private static HttpResponse<String> led(Browser browser) {
        var begun = browser.open(START);
        var back = location(browser.open(location(begun).toString()));
        assertThat(back).hasPath("/login/oauth2/code/console");
        var in = browser.open(back.toString());
        assertThat(header(in, "Set-Cookie"))
                .contains("headway-console=")
                .isNotEqualTo(header(begun, "Set-Cookie"));
        return browser.open(location(in).toString());
    }

    private static String invited(String name, String email) {
        var body =
                "{\"name\": \"%s\", \"email\": \"%s\", \"roles\": [\"VIEWER\"]}"
                        .formatted(name, email);
        return headway.as(Role.ADMIN).post("/api/v1/people", body).json().at("/link").asString();
    }
}
