package dev.headway.lifecycle.accounts;

import static dev.headway.lifecycle.accounts.AccountsOverHttp.LOOPBACK;
import static dev.headway.lifecycle.accounts.AccountsOverHttp.NATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.output.TeeOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the terminal of a fresh Headway to people who sign in, make tokens, are reset and leave; and
 * nothing of what opened anything is found anywhere afterwards: no event, no table, no line of the
 * log, no metric, no answer but the one that gave it.
 */
class SecretsAreFoundNowhereTest {

    private static final String MIAS = "eleven herons over the canal";
    private static final String ADAS = "marmalade on the windowsill";
    private static final String NEXT = "a kettle that never quite boils";
    private static final String GUESS = "nobody would ever think of this";

    /** Of an answer that is documented. */
    private static final String JSON = "/responses/200/content/application~1json";

    /** Everything that the service prints, beside what it always prints to. */
    private static final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private static final PrintStream stdout = System.out;
    private static RunningHeadway headway;
    private static AccountsOverHttp accounts;

    private static RunningHeadway startWithEars() {
        var both = new TeeOutputStream(stdout, printed);
        System.setOut(new PrintStream(both, true, StandardCharsets.UTF_8));
        return RunningHeadway.start();
    }

    @BeforeAll
    static void start() {
        headway = startWithEars();
        accounts = new AccountsOverHttp(headway);
    }

    @AfterAll
    static void stop() {
        System.setOut(stdout);
        headway.close();
    }

    @Test
    void a_whole_story_leaves_no_secret_behind() {
        var secrets = new ArrayList<>(List.of(MIAS, ADAS, NEXT, GUESS));
        var atStart = printed.toString(StandardCharsets.UTF_8);
        assertThat(atStart).contains("/sign-in/first#");
        printed.reset();

        isAdministered(secrets);
        var mia = headway.with(signedIn("mia@northwind.example", MIAS, secrets));
        assertThat(mia.get("/api/v1/me").json().at("/name").asString()).isEqualTo("Mia Holm");
        var id = isInvited(mia, secrets);
        var ada = headway.with(signedIn("Ada@Northwind.example", ADAS, secrets));
        assertThat(ada.get("/api/v1/me").json().at("/id").asString()).isEqualTo(id);
        assertThat(ada.get("/api/v1/me").json().at("/roles/0").asString()).isEqualTo("MANAGER");
        var answers = new StringBuilder(makesTokens(ada, secrets));
        changesPassword(ada);
        leaves(mia, id, secrets);

        assertThat(audited()).contains("PersonInvited", "PasswordSet", "AccountDisabled");
        for (var caller : List.of(mia, headway.as(Role.ADMIN))) {
            answers.append(everythingAnswered(caller, id));
        }
        var everything =
                Map.of(
                        "the tables", StoredTexts.of(headway.superuser()),
                        "the log", printed.toString(StandardCharsets.UTF_8),
                        "the metrics", headway.as(Role.ADMIN).get("/actuator/prometheus").text(),
                        "the answers", answers.toString());
        assertThat(everything.get("the tables"))
                .contains("$argon2id$")
                .doesNotContain("mia@northwind.example");
        assertThat(everything.get("the answers")).contains("Ada Okafor", "PersonInvited");
        assertThat(everything.get("the metrics")).contains("headway_commands_total");
        for (var secret : secrets) {
            everything.forEach((where, text) -> isNotIn(secret, where, text));
        }
    }

    /** Neither as it is nor as a form sends it. */
    private static void isNotIn(String secret, String where, String text) {
        for (var form : List.of(secret, secret.replace(' ', '+'), secret.replace(" ", "%20"))) {
            assertThat(text.contains(form)).as("'%s' is found in %s", form, where).isFalse();
        }
    }

    private static void isAdministered(List<String> secrets) {
        var link = accounts.open();
        secrets.add(link.replaceAll(".*#", ""));
        assertThat(new Browser(headway.uri()).open("/sign-in/first").statusCode()).isEqualTo(200);
        var browser = new Browser(headway.uri());
        var typed = Map.of("name", "Mia Holm", "email", "mia@northwind.example", "password", MIAS);
        var tooShort = Map.of("name", "Mia Holm", "email", "m@n.example", "password", "short");

        assertThat(browser.use(link, tooShort).statusCode()).isEqualTo(400);
        assertThat(browser.use(link, typed).statusCode()).isEqualTo(200);
        assertThat(browser.use(link, typed).statusCode()).as("used").isEqualTo(410);
        assertThat(accounts.open()).endsWith("/sign-in");
    }

    private static String isInvited(Caller mia, List<String> secrets) {
        var body =
                """
                {"name": "Ada Okafor", "email": "ada@northwind.example", "roles": ["MANAGER"]}
                """;
        var link = givenOnce(mia, "/api/v1/people", body, "link");
        secrets.add(link.replaceAll(".*#", ""));
        assertThat(mia.post("/api/v1/people", body).status()).isEqualTo(409);

        var browser = new Browser(headway.uri());
        assertThat(browser.open("/sign-in/link").statusCode()).isEqualTo(200);
        assertThat(browser.use(link, Map.of("password", "ada@northwind.example")).statusCode())
                .isEqualTo(400);
        assertThat(browser.use(link, Map.of("password", ADAS)).statusCode()).isEqualTo(200);
        assertThat(browser.use(link, Map.of("password", NEXT)).statusCode()).isEqualTo(410);
        return mia.post("/api/v1/people", body, "Idempotency-Key", "once")
                .json()
                .at("/id")
                .asString();
    }

    /** A secret that the first answer gives away, and the same answer without it ever after. */
    private static String givenOnce(Caller caller, String path, String body, String field) {
        var first = caller.post(path, body, "Idempotency-Key", "once");
        var again = caller.post(path, body, "Idempotency-Key", "once");

        assertThat(again.status()).as(again.text()).isEqualTo(first.status());
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(again.json()).isEqualTo(((ObjectNode) first.json()).without(field));
        return first.json().at("/" + field).asString();
    }

    /** What the answers say that do not give them. */
    private static String makesTokens(Caller ada, List<String> secrets) {
        var body =
                "{\"name\": \"Report\", \"roles\": [\"MANAGER\"], \"expiresOn\": \"%s\"}"
                        .formatted(Instant.now().plus(Duration.ofDays(30)));
        var token = givenOnce(ada, "/api/v1/tokens", body, "token");
        secrets.add(token.substring(token.length() - 43));
        var script = headway.with(token);
        assertThat(script.get("/api/v1/me").status()).isEqualTo(200);
        return script.get("/api/v1/tokens").text()
                + script.post("/api/v1/tokens", body).text()
                + ada.get("/api/v1/tokens").text();
    }

    private static void changesPassword(Caller ada) {
        assertThat(ada.post("/api/v1/me/password", passwords(GUESS, NEXT)).status()).isEqualTo(400);
        assertThat(ada.post("/api/v1/me/password", passwords(ADAS, "headway12345")).status())
                .isEqualTo(400);
        assertThat(ada.post("/api/v1/me/password", passwords(ADAS, NEXT)).status()).isEqualTo(200);
    }

    private static void leaves(Caller mia, String ada, List<String> secrets) {
        signedIn("ada@northwind.example", NEXT, secrets);
        var tokens = accounts.tokens("ada@northwind.example", NEXT);
        keep(tokens, secrets);
        var rotated = accounts.refresh(tokens.refresh());
        keep(rotated, secrets);
        var reason = "{\"reason\": \"Left the company\"}";
        assertThat(mia.post("/api/v1/people/" + ada + "/disabling", reason).status())
                .isEqualTo(200);
        assertThat(accounts.refresh(rotated.refresh()).status()).isEqualTo(400);

        assertThat(mia.post("/api/v1/people/" + ada + "/enabling", "").status()).isEqualTo(200);
        assertThat(accounts.refresh(rotated.refresh()).status()).as("stays dead").isEqualTo(400);
        var link = givenOnce(mia, "/api/v1/people/" + ada + "/reset", "", "link");
        secrets.add(link.replaceAll(".*#", ""));
        var page = new Browser(headway.uri());
        var typed = Map.of("email", "ada@northwind.example", "password", NEXT);
        assertThat(page.submit("/sign-in", typed).statusCode()).as("reset").isEqualTo(403);
    }

    /** The access token; the code that it came for is a secret as well. */
    private static String signedIn(String email, String password, List<String> secrets) {
        var browser = new Browser(headway.uri());
        var asked = accounts.authorization(NATIVE, LOOPBACK);
        var end = accounts.signIn(browser, asked, email, password);
        var code = AccountsOverHttp.parameter(end, "code");
        secrets.add(code);
        return keep(accounts.exchange(NATIVE, LOOPBACK, code), secrets);
    }

    private static String keep(AccountsOverHttp.Tokens tokens, List<String> secrets) {
        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        secrets.add(tokens.access());
        secrets.add(tokens.refresh());
        return tokens.access();
    }

    private static String passwords(String current, String next) {
        return "{\"current\": \"%s\", \"password\": \"%s\"}".formatted(current, next);
    }

    private static List<String> audited() {
        return headway.bean(JdbcClient.class)
                .sql("select distinct type from event where stream like 'person/%'")
                .query((row, _) -> row.getString("type"))
                .list();
    }

    /** Whatever can be read as JSON, about this person where it is about one. */
    private static String everythingAnswered(Caller caller, String person) {
        var all = new StringBuilder();
        for (var each : OpenApiContract.ofHeadway().operations()) {
            if (each.method().equals("GET") && each.documented().at(JSON).isObject()) {
                all.append(caller.get(each.path().replaceAll("\\{\\w+}", person)).text())
                        .append('\n');
            }
        }
        return all.toString();
    }
}
