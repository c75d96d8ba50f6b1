package dev.headway.lifecycle.accounts.issuer;

import static dev.headway.lifecycle.accounts.AccountsOverHttp.LOOPBACK;
import static dev.headway.lifecycle.accounts.AccountsOverHttp.NATIVE;
import static dev.headway.lifecycle.accounts.AccountsOverHttp.location;
import static dev.headway.lifecycle.accounts.AccountsOverHttp.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes, tokens and sessions: each good for whom it was given, once, and not a moment longer. */
class CodeFlowTest {

    private static final String MIA = "mia@northwind.example";
    private static final String PASSWORD = "eleven herons over the canal";

    private static RunningHeadway headway;
    private static AccountsOverHttp accounts;

    @BeforeAll
    static void mia_administers() {
        headway = RunningHeadway.start();
        accounts = new AccountsOverHttp(headway);
        accounts.becomeFirst("Mia Holm", MIA, PASSWORD);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void the_console_gets_tokens_that_say_who_it_is_and_not_for_long() throws Exception {
        var redirect = accounts.origin() + "/login/oauth2/code/console";
        var asked = accounts.authorization("console", redirect, "nonce", "n-1");
        var browser = new Browser(headway.uri());
        var end = accounts.signIn(browser, asked, MIA, PASSWORD);
        assertThat(end.toString()).startsWith(redirect);
        assertThat(parameter(end, "state")).isEqualTo("s1");

        var tokens = accounts.exchange("console", redirect, parameter(end, "code"));

        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        var access = JWTParser.parse(tokens.access()).getJWTClaimsSet();
        var id = JWTParser.parse(tokens.json().at("/id_token").asString()).getJWTClaimsSet();
        assertThat(
                        Duration.between(
                                access.getIssueTime().toInstant(),
                                access.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(15));
        assertThat(access.getAudience()).containsExactly("headway");
        assertThat(access.getStringListClaim("roles")).containsExactly("admin");
        assertThat(id.getAudience()).containsExactly("console");
        assertThat(id.getSubject()).isEqualTo(access.getSubject()).hasSize(36);
        assertThat(id.getStringClaim("name")).isEqualTo("Mia Holm");
        assertThat(id.getStringClaim("email")).isEqualTo(MIA);
        assertThat(id.getStringClaim("preferred_username")).isEqualTo(MIA);
        assertThat(id.getStringClaim("nonce")).isEqualTo("n-1");

        var again = location(browser.open(accounts.authorization("console", redirect)));
        assertThat(parameter(again, "code")).as("by the session").isNotEmpty();
        var tool = location(browser.open(accounts.authorization(NATIVE, LOOPBACK)));
        assertThat(tool.getPath()).as("tools ask each time").isEqualTo("/sign-in");
    }

    @Test
    void a_code_is_good_once_and_its_second_use_ends_what_came_of_it() {
        var end = accounts.signIn(new Browser(headway.uri()), ofTool(), MIA, PASSWORD);
        var code = parameter(end, "code");
        var first = accounts.exchange(NATIVE, LOOPBACK, code);
        assertThat(first.status()).isEqualTo(200);

        assertThat(accounts.exchange(NATIVE, LOOPBACK, code).status()).isEqualTo(400);
        assertThat(accounts.refresh(first.refresh()).status()).isEqualTo(400);
    }

    @Test
    void a_code_without_its_verifier_is_worth_nothing() {
        var end = accounts.signIn(new Browser(headway.uri()), ofTool(), MIA, PASSWORD);
        var stolen =
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        NATIVE,
                        "redirect_uri",
                        LOOPBACK,
                        "code",
                        parameter(end, "code"),
                        "code_verifier",
                        "x".repeat(43));

        assertThat(accounts.token(stolen).status()).isEqualTo(400);
    }

    @Test
    void a_refresh_token_rotates_and_its_second_use_ends_the_family() {
        var first = accounts.tokens(MIA, PASSWORD);
        var second = accounts.refresh(first.refresh());
        assertThat(second.status()).as(second.response().body()).isEqualTo(200);
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(headway.with(second.access()).get("/api/v1/me").status()).isEqualTo(200);

        assertThat(accounts.refresh(first.refresh()).status()).isEqualTo(400);
        assertThat(accounts.refresh(second.refresh()).status()).isEqualTo(400);
    }

    @Test
    void of_many_uses_at_once_one_succeeds_at_most() throws Exception {
        var first = accounts.tokens(MIA, PASSWORD);
        Callable<Integer> use = () -> accounts.refresh(first.refresh()).status();
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = together.invokeAll(Stream.generate(() -> use).limit(8).toList());
            var succeeded = 0;
            for (var status : statuses) {
                succeeded += status.get() == 200 ? 1 : 0;
            }
            assertThat(succeeded).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_revoked_token_is_good_no_more() {
        var tokens = accounts.tokens(MIA, PASSWORD);
        var form = Map.of("client_id", NATIVE, "token", tokens.refresh());

        assertThat(new Browser(headway.uri()).post("/oauth2/revoke", form).statusCode())
                .isEqualTo(200);
        assertThat(accounts.refresh(tokens.refresh()).status()).isEqualTo(400);
    }

    @Test
    void signing_out_everywhere_ends_sessions_and_tokens() {
        var redirect = accounts.origin() + "/login/oauth2/code/console";
        var browser = new Browser(headway.uri());
        accounts.signIn(browser, accounts.authorization("console", redirect), MIA, PASSWORD);
        var tokens = accounts.tokens(MIA, PASSWORD);

        assertThat(headway.with(tokens.access()).post("/api/v1/me/sign-out", "").status())
                .isEqualTo(200);

        assertThat(accounts.refresh(tokens.refresh()).status()).isEqualTo(400);
        assertThat(location(browser.open(accounts.authorization("console", redirect))).getPath())
                .isEqualTo("/sign-in");
        assertThat(accounts.tokens(MIA, PASSWORD).status())
                .as("and they sign in anew")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "console,     https://evil.example/login/oauth2/code/console",
        "console,     http://127.0.0.1:49152/callback",
        "headway-cli, http://127.0.0.1.evil.example:80/callback",
        "headway-cli, http://127.0.0.1:49152/callback/../elsewhere",
        "headway-cli, http://127.0.0.1@evil.example:80/callback",
        "manager,     http://127.0.0.1:49152/callback",
        "nobody,      http://127.0.0.1:49152/callback"
    })
    void nobody_is_sent_anywhere_else(String client, String redirectUri) {
        var answer = new Browser(headway.uri()).open(accounts.authorization(client, redirectUri));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge_method, plain,   invalid_request",
        "code_challenge,        short,   invalid_request",
        "response_type,         token,   unsupported_response_type",
        "scope,                 root,    invalid_scope",
        "prompt,                none,    login_required"
    })
    void what_cannot_be_is_told_to_the_application(String name, String value, String error) {
        var asked = accounts.authorization(NATIVE, LOOPBACK, name, value);

        var end = location(new Browser(headway.uri()).open(asked));

        assertThat(end.toString()).startsWith(LOOPBACK);
        assertThat(parameter(end, "error")).isEqualTo(error);
        assertThat(parameter(end, "state")).isEqualTo("s1");
    }

    @Test
    void what_is_no_query_leads_nowhere() {
        var typed = Map.of("email", MIA, "password", PASSWORD, "query", "x=%zz y");

        var answer = new Browser(headway.uri()).submit("/sign-in", typed);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_form_of_another_site_is_not_taken() {
        var typed = Map.of("email", MIA, "password", PASSWORD);

        assertThat(new Browser(headway.uri()).post("/sign-in", typed).statusCode()).isEqualTo(403);
    }

    @Test
    void the_roles_get_tokens_as_before() {
        assertThat(headway.as(Role.MANAGER).get("/api/v1/me").status()).isEqualTo(200);
        var discovered =
                headway.asNobody().withoutContract().get("/.well-known/openid-configuration");
        assertThat(discovered.text()).contains("S256").doesNotContain("userinfo");
    }

    private static String ofTool() {
        return accounts.authorization(NATIVE, LOOPBACK);
    }
}
