package dev.headway.lifecycle.accounts;

import static dev.headway.lifecycle.accounts.AccountsOverHttp.LOOPBACK;
import static dev.headway.lifecycle.accounts.AccountsOverHttp.NATIVE;
import static dev.headway.lifecycle.accounts.AccountsOverHttp.location;
import static dev.headway.lifecycle.accounts.AccountsOverHttp.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing of a sign-in is known to one node alone, and nobody who is out is in at another one. */
class TwoNodesTest {

    private static final String ADA = "ada@northwind.example";
    private static final String PASSWORD = "marmalade on the windowsill";

    private static RunningHeadway one;
    private static RunningHeadway other;

    @BeforeAll
    static void start() {
        one = RunningHeadway.start();
        other = one.anotherNode();
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void a_sign_in_goes_on_at_another_node_and_ends_at_both() {
        var id = invited();
        var at = new AccountsOverHttp(one);
        var page = new Browser(one.uri());
        var asked = at.authorization(NATIVE, LOOPBACK);
        var signIn = location(page.open(asked)).toString();
        var back = page.submit(signIn, Map.of("email", ADA, "password", PASSWORD));
        var elsewhere = page.at(other.uri());
        var end = location(elsewhere.open(location(back).toString()));

        var tokens = at.exchange(NATIVE, LOOPBACK, parameter(end, "code"));
        var rotated = new AccountsOverHttp(other).refresh(tokens.refresh());

        assertThat(rotated.status()).as(rotated.response().body()).isEqualTo(200);
        var here = one.with(rotated.access());
        var there = other.with(rotated.access());
        assertThat(here.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(there.get("/api/v1/me").status()).isEqualTo(200);

        one.as(Role.ADMIN).post("/api/v1/people/" + id + "/disabling", "{}");

        assertThat(new AccountsOverHttp(other).refresh(rotated.refresh()).status()).isEqualTo(400);
        isRefusedSoon(here);
        isRefusedSoon(there);
    }

    private static void isRefusedSoon(Caller caller) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(caller.get("/api/v1/me").status()).isEqualTo(401));
    }

    private static String invited() {
        var body = "{\"name\": \"Ada\", \"email\": \"%s\", \"roles\": [\"MANAGER\"]}";
        var invited = one.as(Role.ADMIN).post("/api/v1/people", body.formatted(ADA)).json();
        var typed = Map.of("password", PASSWORD);
        var used = new Browser(other.uri()).use(invited.at("/link").asString(), typed);
        assertThat(used.statusCode()).isEqualTo(200);
        return invited.at("/id").asString();
    }
}
