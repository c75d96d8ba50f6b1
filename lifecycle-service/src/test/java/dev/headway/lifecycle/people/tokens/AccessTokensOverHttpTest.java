package dev.headway.lifecycle.people.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens for scripts: whose they are, what they allow, and that they end. */
class AccessTokensOverHttpTest {

    private static final String REEF =
            """
            {"name": "Reef Reach", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
            """;

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_script_calls_for_whoever_made_its_token() {
        var manager = headway.as(Role.MANAGER);
        var made = manager.post("/api/v1/tokens", body("MANAGER", 30)).json();
        var script = headway.with(made.at("/token").asString());

        var reef = script.post("/api/v1/partnerships", REEF);

        assertThat(reef.status()).isEqualTo(201);
        var history = "/api/v1/partnerships/" + reef.json().at("/id").asString() + "/history";
        var first =
                manager.get(history, "Headway-Position", reef.header("Headway-Position"))
                        .json()
                        .at("/items/0");
        assertThat(first.at("/actor").asString()).isEqualTo("manager");
        assertThat(first.at("/person/id")).isEqualTo(manager.get("/api/v1/me").json().at("/id"));
        assertThat(first.at("/through").asString()).isEqualTo("token/" + made.at("/id").asString());
    }

    @Test
    void it_allows_no_more_than_it_names_and_no_more_than_its_person_may() {
        var admin = headway.as(Role.ADMIN);
        var script = headway.with(token(headway.as(Role.ADMIN), "ADMIN"));

        assertThat(script.get("/api/v1/audit/entries").status()).isEqualTo(200);
        assertThat(script.post("/api/v1/partnerships", REEF).status()).isEqualTo(403);
        assertThat(admin.post("/api/v1/tokens", body("MANAGER", 30)).status()).isEqualTo(400);
        assertThat(admin.post("/api/v1/tokens", body("ADMIN", 400)).status()).isEqualTo(400);
        assertThat(admin.post("/api/v1/tokens", body("ADMIN", -1)).status()).isEqualTo(400);
    }

    @Test
    void a_day_that_is_due_today_is_not_over() {
        var viewer = headway.as(Role.VIEWER);
        var today = LocalDate.now(ZoneOffset.UTC);

        var made = viewer.post("/api/v1/tokens", until(today)).json();

        var script = headway.with(made.at("/token").asString());
        assertThat(script.get("/api/v1/partnerships").status()).isEqualTo(200);
        assertThat(listed(viewer, made).at("/expired").asBoolean()).isFalse();
        assertThat(viewer.post("/api/v1/tokens", until(today.minusDays(1))).status())
                .isEqualTo(400);
    }

    @Test
    void a_token_makes_no_tokens() {
        var script = headway.with(token(headway.as(Role.MANAGER), "MANAGER"));

        assertThat(script.post("/api/v1/tokens", body("MANAGER", 30)).status()).isEqualTo(403);
    }

    @Test
    void a_revoked_one_is_refused_within_seconds() {
        var viewer = headway.as(Role.VIEWER);
        var made = viewer.post("/api/v1/tokens", body("VIEWER", 30)).json();
        var script = headway.with(made.at("/token").asString());
        assertThat(script.get("/api/v1/partnerships").status()).isEqualTo(200);

        var revoked = viewer.delete("/api/v1/tokens/" + made.at("/id").asString());

        assertThat(revoked.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> script.get("/api/v1/partnerships").status() == 401);
        assertThat(viewer.delete("/api/v1/tokens/" + made.at("/id").asString()).status())
                .isEqualTo(404);
    }

    @Test
    void nobody_sees_or_revokes_what_is_not_theirs() {
        var made = headway.as(Role.APPROVER).post("/api/v1/tokens", body("APPROVER", 30)).json();
        var id = made.at("/id").asString();
        var auditor = headway.as(Role.AUDITOR);

        assertThat(auditor.get("/api/v1/tokens").text()).doesNotContain(id);
        assertThat(auditor.delete("/api/v1/tokens/" + id).status()).isEqualTo(404);
        assertThat(headway.as(Role.APPROVER).get("/api/v1/tokens").text()).contains(id);
    }

    @Test
    void the_list_says_when_it_was_used() {
        var approver = headway.as(Role.APPROVER);
        var made = approver.post("/api/v1/tokens", body("APPROVER", 30)).json();
        headway.with(made.at("/token").asString()).get("/api/v1/me");

        assertThat(listed(approver, made).at("/lastUsedAt").isString()).isTrue();
    }

    @Test
    void a_repeated_request_makes_one_token_and_shows_it_once() {
        var manager = headway.as(Role.MANAGER);
        var body = body("MANAGER", 30);

        var first = manager.post("/api/v1/tokens", body, "Idempotency-Key", "token-1").json();
        var again = manager.post("/api/v1/tokens", body, "Idempotency-Key", "token-1").json();

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(first.at("/token").isString()).isTrue();
        assertThat(again.at("/token").isMissingNode()).isTrue();
        var script = headway.with(first.at("/token").asString());
        assertThat(script.get("/api/v1/me").status()).as("the first is good").isEqualTo(200);
    }

    @Test
    void something_like_a_token_opens_nothing() {
        var good = token(headway.as(Role.VIEWER), "VIEWER");

        for (var forged :
                new String[] {
                    "hwy_",
                    "hwy_x_y",
                    good.substring(0, good.length() - 1) + (good.endsWith("A") ? "B" : "A"),
                    good + "A"
                }) {
            assertThat(headway.with(forged).get("/api/v1/partnerships").status())
                    .as(forged)
                    .isEqualTo(401);
        }
    }

    private static String token(Caller caller, String role) {
        return caller.post("/api/v1/tokens", body(role, 30)).json().at("/token").asString();
    }

    private static JsonNode listed(Caller caller, JsonNode made) {
        return caller.get("/api/v1/tokens")
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/id").equals(made.at("/id")))
                .findFirst()
                .orElseThrow();
    }

    private static String until(LocalDate day) {
        return """
        {"name": "Today's report", "roles": ["VIEWER"], "expiresOn": "%s"}
        """
                .formatted(day);
    }

    private static String body(String role, int days) {
        return """
        {"name": "Nightly report", "roles": ["%s"], "expiresOn": "%s"}
        """
                .formatted(role, Instant.now().plus(Duration.ofDays(days)));
    }
}
