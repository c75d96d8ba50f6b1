package dev.headway.lifecycle.http;

import static dev.headway.lifecycle.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every caller of the API may count on. */
class ConventionsTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static final String REEF =
            "{\"name\": \"Reef\", \"partner\": {\"name\": \"Reef Ltd\", \"type\": \"TELCO\"}}";
    private static final String CALLED = "{\"kind\": \"JOINT_CALL\", \"summary\": \"weekly\"}";

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_is_created_tells_where_it_is_and_at_which_version_and_position() {
        var created = manager.post(PARTNERSHIPS, REEF);

        var id = created.json().at("/id").asString();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(PARTNERSHIPS + "/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().at("/stage").asString()).isEqualTo("PROSPECT");
        assertThat(created.json().at("/version").asLong()).isEqualTo(1);
        assertThat(created.position()).isPositive();
        var read =
                manager.get(
                        created.header("Location"),
                        "Headway-Position",
                        created.header("Headway-Position"));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void an_owner_fills_the_relationship_seat() {
        var created =
                manager.post(
                        PARTNERSHIPS,
                        REEF.replace("}}", "}, \"owner\": \"Mara\", \"pattern\": \"RESELL\"}"));

        assertThat(created.header("ETag")).isEqualTo("\"3\"");
        var seat = criterion(gate(path(created), "PILOT"), "relationship-seat-filled");
        assertThat(seat.at("/have").asString()).isEqualTo("Mara");
    }

    @Test
    void doing_it_again_changes_nothing_and_still_tells_version_and_position() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var once = manager.put(reef + "/pattern", "{\"pattern\": \"RESELL\"}");
        var again = manager.put(reef + "/pattern", "{\"pattern\": \"RESELL\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(once.header("ETag"));
        assertThat(again.position()).isGreaterThanOrEqualTo(once.position());
    }

    @Test
    void any_write_may_say_which_version_it_was_decided_on() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertProblem(manager.post(reef + "/touchpoints", CALLED, "If-Match", "\"7\""), 412);
        assertThat(manager.post(reef + "/touchpoints", CALLED, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(manager.post(reef + "/touchpoints", CALLED, "If-Match", "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void a_write_may_name_several_versions_weakened_on_their_way_or_not() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertThat(decidedOn(reef, "\"7\", \"1\"")).isEqualTo(200);
        assertThat(decidedOn(reef, "\"1\",\"3\" , \"2\"")).isEqualTo(200);
        assertThat(decidedOn(reef, "*")).isEqualTo(200);
        for (var stale : List.of("\"1\", \"2\"", "W/\"3\"", "W/\"3\", \"1\"")) {
            assertThat(decidedOn(reef, stale)).as(stale).isEqualTo(412);
        }
        for (var malformed :
                List.of("\"4\", *", "\"4\",", "four", "\"4\" \"5\"", "\"1\", ".repeat(999))) {
            assertThat(decidedOn(reef, malformed)).as(malformed).isEqualTo(400);
        }
        assertThat(decidedOn(reef, "\"3\", W/\"4\"")).isEqualTo(200);
    }

    private int decidedOn(String partnership, String ifMatch) {
        return manager.post(partnership + "/touchpoints", CALLED, "If-Match", ifMatch).status();
    }

    @Test
    void a_fact_at_the_wrong_time_of_life_is_a_conflict_and_not_recorded() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var judged =
                manager.put(
                        reef + "/pilot-verdict", "{\"verdict\": \"PROVED\", \"evidence\": \"14\"}");

        assertProblem(judged, 409);
        assertThat(judged.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void nothing_happens_more_than_five_seconds_ahead_of_our_clock() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertThat(touchpointAt(reef, clock.instant().plusSeconds(5)).status()).isEqualTo(200);
        var early = touchpointAt(reef, clock.instant().plusSeconds(6));
        assertProblem(early, 400);
        assertThat(early.json().at("/errors/0/pointer").asString()).isEqualTo("/effectiveAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-11-01T00:00:00Z", "2026-11-01T01:00:00.5+01:00"})
    void a_day_and_an_instant_are_both_a_time(String at) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var body = CALLED.replace("}", ", \"effectiveAt\": \"" + at + "\"}");

        assertThat(manager.post(reef + "/touchpoints", body).status()).isEqualTo(200);
        var asOf = "?asOf=" + at.replace("+", "%2B") + "&asOfTime=effective";
        assertThat(manager.get(reef + asOf).status())
                .as("understood, and before its time")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "2026-02-30",
                "2026-11-01T00:00:00",
                "2026-11-01T24:00:00Z",
                "01.11.2026",
                "1793491200",
                "+999999999-12-31T23:59:59Z"
            })
    void what_is_no_time_in_a_body_is_none_in_a_question(String at) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var body = CALLED.replace("}", ", \"effectiveAt\": \"" + at + "\"}");

        assertProblem(manager.post(reef + "/touchpoints", body), 400);
        assertProblem(manager.get(reef + "?asOf=" + at.replace("+", "%2B")), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"criterion": "good-weather", "reason": "x", "expiresOn": "2027-01-31"} | waivers        | /criterion
                    {"classification": "STRATEGIC"}                                         | classification | /bends
                    {"classification": "STRATEGIC", "bends": [null]}                        | classification | /bends/0
                    {"kind": 3, "summary": "x"}                                             | touchpoints    | /kind
                    """)
    void what_cannot_be_is_named(String body, String below, String pointer) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var method = below.equals("classification") ? "PUT" : "POST";
        var answer = send(manager, method, reef + "/" + below, "application/json", body);

        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "\"text\"",
                "null",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{} {}",
                "{\"name\": NaN}",
                "{\"name\": 'a'}",
                "{\"na\\u0000me\": 1}"
            })
    void a_body_that_is_no_object_of_ours_is_a_bad_request(String body) {
        assertProblem(manager.post(PARTNERSHIPS, body), 400);
    }

    @Test
    void a_body_may_be_neither_deep_nor_large_nor_torn() {
        var deep = "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        var large = REEF.replace("Reef Ltd", "a".repeat(3_000_000));
        var torn = REEF.getBytes(StandardCharsets.UTF_8);
        torn[REEF.indexOf("Reef")] = (byte) 0xC3;

        assertProblem(manager.post(PARTNERSHIPS, deep), 400);
        assertProblem(manager.post(PARTNERSHIPS, large), 400);
        assertProblem(
                manager.send(
                        "POST", PARTNERSHIPS, "application/json", BodyPublishers.ofByteArray(torn)),
                400);
    }

    @Test
    void text_is_kept_as_it_is_written() {
        var name = "Ünïcode 🜁 عربى <b>&amp;</b> ' \\\\ \\\" \\n done";
        var created = manager.post(PARTNERSHIPS, REEF.replace("\"Reef\"", "\"" + name + "\""));

        assertThat(created.json().at("/name").asString())
                .isEqualTo("Ünïcode 🜁 عربى <b>&amp;</b> ' \\ \" \n done");
        var read =
                manager.get(path(created), "Headway-Position", created.header("Headway-Position"));
        assertThat(read.json().at("/name")).isEqualTo(created.json().at("/name"));
    }

    @Test
    void what_nobody_sees_at_the_ends_of_a_text_is_not_kept_and_letters_are_composed() {
        var typed = "\\u00a0\\u200bCafe\\u0301\\u00a0Nord\\u2800 \\ufeff";
        var created = manager.post(PARTNERSHIPS, REEF.replace("\"Reef\"", "\"" + typed + "\""));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.json().at("/name").asString()).isEqualTo("Caf\u00e9\u00a0Nord");
        var read =
                manager.get(path(created), "Headway-Position", created.header("Headway-Position"));
        assertThat(read.json().at("/name")).isEqualTo(created.json().at("/name"));
    }

    @Test
    void a_form_that_cannot_be_decoded_is_another_format_like_any_form() {
        var form = "application/x-www-form-urlencoded";
        var rhythm = path(manager.post(PARTNERSHIPS, REEF)) + "/rhythm";

        assertProblem(send(manager, "PUT", rhythm, form, "forum=50%"), 415);
        assertProblem(send(manager, "PUT", rhythm, form, "forum=weekly"), 415);
    }

    @Test
    void what_is_not_json_is_not_understood() {
        assertProblem(send(manager, "POST", PARTNERSHIPS, "text/plain", REEF), 415);
        assertProblem(send(manager, "POST", PARTNERSHIPS, "application/xml", "<a/>"), 415);
        assertProblem(send(manager, "POST", PARTNERSHIPS, "utter nonsense", REEF), 415);
        assertProblem(send(manager, "POST", PARTNERSHIPS, "application/*", REEF), 415);
    }

    @Test
    void what_is_not_taken_is_told_with_what_is() {
        assertThat(told(manager.put(PARTNERSHIPS, REEF)))
                .isEqualTo("PUT is not taken here; send GET or POST");
        assertThat(told(send(manager, "DELETE", "/openapi.yaml", "text/plain", "")))
                .startsWith("DELETE is not taken here");
        assertThat(told(send(manager, "POST", PARTNERSHIPS, "text/plain", REEF)))
                .startsWith("Content-Type 'text/plain")
                .contains("is not taken here; send application/");
        assertThat(told(send(manager, "POST", PARTNERSHIPS, "utter nonsense", REEF)))
                .startsWith("The Content-Type is not taken here");
    }

    private static String told(Answered refused) {
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        return refused.json().at("/detail").asString();
    }

    @Test
    void a_name_or_header_with_what_cannot_be_in_it_is_refused() {
        assertProblem(manager.get(PARTNERSHIPS + "?a%00b=c"), 400);
        assertProblem(manager.get(PARTNERSHIPS, "Headway-Position", "\u00ff"), 400);
    }

    @Test
    void a_path_that_does_not_exist_is_not_found() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertProblem(manager.delete(reef), 405);
        assertProblem(manager.put(reef + "/touchpoints", CALLED), 405);
        assertProblem(manager.post(reef + "/moonwalks", "{}"), 404);
        assertProblem(
                manager.put(reef + "/seats/THRONE", "{\"holder\":\"x\",\"side\":\"OURS\"}"), 404);
        assertProblem(manager.put(reef + "/seams/onboarding", "{}"), 404);
    }

    @Test
    void a_step_is_completed_without_a_word() {
        var step =
                manager.post(
                        path(manager.post(PARTNERSHIPS, REEF)) + "/steps",
                        """
                        {"title": "Call", "owner": "Mara", "side": "OURS", "dueOn": "2026-12-01"}
                        """);

        assertThat(step.status()).isEqualTo(201);
        assertThat(
                        manager.send(
                                        "POST",
                                        step.header("Location") + "/completion",
                                        null,
                                        BodyPublishers.noBody())
                                .status())
                .isEqualTo(200);
    }

    private Answered touchpointAt(String partnership, Instant at) {
        return manager.post(
                partnership + "/touchpoints",
                CALLED.replace("}", ", \"effectiveAt\": \"" + at + "\"}"));
    }

    private static Answered send(Caller by, String method, String path, String type, String body) {
        return by.send(method, path, type, BodyPublishers.ofString(body));
    }

    private JsonNode gate(String partnership, String to) {
        return manager.get(partnership + "/gate?to=" + to).json();
    }

    private static JsonNode criterion(JsonNode gate, String id) {
        return gate.at("/criteria")
                .valueStream()
                .filter(criterion -> criterion.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String path(Answered created) {
        return created.header("Location");
    }
}
