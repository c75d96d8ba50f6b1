package dev.headway.lifecycle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.output.TeeOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the terminal of a fresh Headway to people who sign in, are reset and leave; and nothing of
 * what opened anything is left behind anywhere.
 */
class AccountStoryTest {

    private static final String MIAS = "eleven herons over the canal";
    private static final String ADAS = "marmalade on the windowsill";
    private static final String NEXT = "a kettle that never quite boils";

    /** Everything that the service prints, beside what it always prints to. */
    private static final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private static final PrintStream stdout = System.out;
    private static final RunningHeadway headway = startWithEars();
    private static final AccountsOverHttp accounts = new AccountsOverHttp(headway);

    private static RunningHeadway startWithEars() {
        var both = new TeeOutputStream(stdout, printed);
        System.setOut(new PrintStream(both, true, StandardCharsets.UTF_8));
        return RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        System.setOut(stdout);
        headway.close();
    }

    @Test
    void a_whole_story_leaves_no_secret_behind() {
        var secrets = new ArrayList<>(List.of(MIAS, ADAS, NEXT));
        var atStart = printed.toString(StandardCharsets.UTF_8);
        assertThat(atStart).contains("/sign-in/first#");
        printed.reset();

        isAdministered(secrets);
        var mia = headway.with(keep(accounts.tokens("mia@northwind.example", MIAS), secrets));
        assertThat(mia.get("/api/v1/me").json().at("/name").asString()).isEqualTo("Mia Holm");
        var id = isInvited(mia, secrets);
        var ada = headway.with(keep(accounts.tokens("Ada@Northwind.example", ADAS), secrets));
        assertThat(ada.get("/api/v1/me").json().at("/id").asString()).isEqualTo(id);
        assertThat(ada.get("/api/v1/me").json().at("/roles/0").asString()).isEqualTo("MANAGER");
        changesPassword(ada);
        leaves(mia, id, secrets);

        assertThat(audited()).contains("PersonInvited", "PasswordSet", "AccountDisabled");
        var everything = everythingStored() + printed.toString(StandardCharsets.UTF_8);
        everything += headway.as(Role.ADMIN).get("/actuator/prometheus").text();
        assertThat(everything).contains("$argon2id$", "mia@northwind.example");
        for (var secret : secrets) {
            assertThat(everything.contains(secret)).as("'%s' is found", secret).isFalse();
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
        var invited = mia.post("/api/v1/people", body, "Idempotency-Key", "ada");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(mia.post("/api/v1/people", body, "Idempotency-Key", "ada").text())
                .isEqualTo(invited.text());
        assertThat(mia.post("/api/v1/people", body).status()).isEqualTo(409);
        var link = invited.json().at("/link").asString();
        secrets.add(link.replaceAll(".*#", ""));

        var browser = new Browser(headway.uri());
        assertThat(browser.open("/sign-in/link").statusCode()).isEqualTo(200);
        assertThat(browser.use(link, Map.of("password", "ada@northwind.example")).statusCode())
                .isEqualTo(400);
        assertThat(browser.use(link, Map.of("password", ADAS)).statusCode()).isEqualTo(200);
        assertThat(browser.use(link, Map.of("password", NEXT)).statusCode()).isEqualTo(410);
        return invited.json().at("/id").asString();
    }

    private static void changesPassword(Caller ada) {
        assertThat(ada.post("/api/v1/me/password", passwords("wrong one, this", NEXT)).status())
                .isEqualTo(400);
        assertThat(ada.post("/api/v1/me/password", passwords(ADAS, "headway12345")).status())
                .isEqualTo(400);
        assertThat(ada.post("/api/v1/me/password", passwords(ADAS, NEXT)).status()).isEqualTo(200);
    }

    private static void leaves(Caller mia, String ada, List<String> secrets) {
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
        var reset = mia.post("/api/v1/people/" + ada + "/reset", "");
        secrets.add(reset.json().at("/link").asString().replaceAll(".*#", ""));
        var page = new Browser(headway.uri());
        var typed = Map.of("email", "ada@northwind.example", "password", NEXT);
        assertThat(page.submit("/sign-in", typed).statusCode()).as("reset").isEqualTo(403);
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

    /** Every row of every table, as text; bytes as characters where they are any. */
    private static String everythingStored() {
        var database = headway.bean(JdbcClient.class);
        var all = new StringBuilder();
        for (var table :
                database.sql("select tablename from pg_tables where schemaname = 'public'")
                        .query(String.class)
                        .list()) {
            database.sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(
                            row ->
                                    row.values()
                                            .forEach(
                                                    value -> all.append(text(value)).append('\n')));
        }
        return all.toString();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(value);
    }
}
