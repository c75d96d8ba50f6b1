package dev.headway.lifecycle.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.output.TeeOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log for machines: every line is JSON, says which request it is about, and gives nothing away.
 */
class JsonLogTest {

    private static final String PASSWORD = "correct horse battery staple 7";
    private static final String BEARER = "eyJhbGciOiJub25lIn0.bm90LWEtdG9rZW4.c2ln";
    private static final String IN_ADDRESS = "4ddr3ss-of-a-calendar";
    private static final String IN_QUERY = "qu3ry-secret";
    private static final String IN_BODY = "b0dy-secret";

    /** In the address of the channel, as a webhook's credentials are. */
    private static final String CHANNEL = "T0K3N-of-the-channel";

    private static final PrintStream stdout = System.out;
    private static final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private static RunningHeadway headway;

    private final JsonMapper json = new JsonMapper();

    private static RunningHeadway startWithEars() {
        var both = new TeeOutputStream(stdout, printed);
        System.setOut(new PrintStream(both, true, StandardCharsets.UTF_8));
        return RunningHeadway.start(
                "logging.structured.format.console=logstash",
                "headway.chat.channels[0].kind=webhook",
                "headway.chat.channels[0].url=https://chat.example/" + CHANNEL);
    }

    @BeforeAll
    static void start() {
        headway = startWithEars();
    }

    @AfterAll
    static void stop() {
        System.setOut(stdout);
        headway.close();
    }

    @Test
    void each_line_is_json_and_those_of_a_request_have_its_ids() {
        var registered =
                headway.as(Role.MANAGER)
                        .post(
                                "/api/v1/partnerships",
                                """
                                {"name": "Logged", "partner": {"name": "Logged Ltd", "type": "TELCO"}}
                                """,
                                "X-Correlation-Id",
                                "deal-42");
        assertThat(registered.status()).isEqualTo(201);

        var answered = of("deal-42");
        assertThat(answered.at("/method").asString()).isEqualTo("POST");
        assertThat(answered.at("/route").asString()).isEqualTo("/api/v1/partnerships");
        assertThat(answered.at("/status").asInt()).isEqualTo(201);
        assertThat(answered.at("/millis").isNumber()).isTrue();
        headway.awaitProjections();
        var noted =
                headway.as(Role.AUDITOR)
                        .get("/api/v1/audit/entries?limit=200")
                        .json()
                        .at("/items")
                        .valueStream()
                        .filter(each -> each.at("/correlationId").asString().equals("deal-42"))
                        .toList();
        assertThat(noted)
                .isNotEmpty()
                .allMatch(each -> each.at("/requestId").equals(answered.at("/requestId")));
    }

    @Test
    void what_is_no_name_is_not_taken_for_one() {
        headway.as(Role.VIEWER).get("/api/v1/me", "X-Correlation-Id", "two words " + IN_QUERY);

        var line = firstOf("/route", "/api/v1/me");
        assertThat(line.at("/correlationId").asString())
                .isEqualTo(line.at("/requestId").asString());
    }

    @Test
    void nothing_that_opens_anything_is_in_it() {
        var browser = new Browser(headway.uri());
        for (int each = 0; each < 7; each++) {
            browser.submit(
                    "/sign-in", Map.of("username", "mia@northwind.example", "password", PASSWORD));
        }
        var stranger = headway.with(BEARER).withoutContract();
        stranger.get("/api/v1/partnerships", "X-Correlation-Id", "refused-1");
        stranger.get("/api/v1/partnerships?access_token=" + IN_QUERY);
        var nobody = headway.asNobody().withoutContract();
        nobody.get("/calendar/" + IN_ADDRESS + ".ics");
        nobody.post("/oauth2/token", "grant_type=refresh_token&refresh_token=" + IN_BODY);
        headway.as(Role.MANAGER)
                .withoutContract()
                .post("/api/v1/partnerships", "{\"name\": \"" + IN_BODY + "\", \"password\": 1}");
        var given =
                headway.as(Role.MANAGER)
                        .post(
                                "/api/v1/tokens",
                                """
                                {"name": "Report", "roles": ["MANAGER"], "expiresOn": "2027-01-31"}
                                """)
                        .json()
                        .at("/token")
                        .asString();
        headway.with(given).get("/api/v1/me");

        assertThat(of("refused-1").at("/status").asInt()).isEqualTo(401);
        var log = log();
        assertThat(log.lines().map(json::readTree).count()).isGreaterThan(10);
        for (var secret :
                List.of(
                        PASSWORD,
                        PASSWORD.replace(' ', '+'),
                        BEARER,
                        IN_ADDRESS,
                        IN_QUERY,
                        IN_BODY,
                        given,
                        headway.token(Role.ADMIN),
                        CHANNEL,
                        "/sign-in/first#")) {
            assertThat(log.contains(secret)).as("'%s' is in the log", secret).isFalse();
        }
    }

    private JsonNode of(String correlation) {
        return firstOf("/correlationId", correlation);
    }

    /** Of an answered request: its line is written once the answer is on its way. */
    private JsonNode firstOf(String field, String value) {
        return await().until(
                        () ->
                                lines().filter(each -> each.has("status"))
                                        .filter(each -> each.at(field).asString().equals(value))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Fails where a line is no JSON. */
    private Stream<JsonNode> lines() {
        return log().lines().map(json::readTree);
    }

    /** From where the service says how it logs: what a test starts before that logs as it likes. */
    private static String log() {
        var all = printed.toString(StandardCharsets.UTF_8);
        return all.substring(all.indexOf("{\"@timestamp\""));
    }
}
