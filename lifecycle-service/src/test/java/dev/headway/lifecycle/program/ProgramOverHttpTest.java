package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.Role;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What GET answers may be changed and PUT back. */
class ProgramOverHttpTest {

    private static final String PROGRAM = "/api/v1/program";
    private static RunningHeadway headway;

    private static Caller admin;
    private Answered before;

    @BeforeEach
    void look() {
        before = admin.get(PROGRAM);
    }

    @AfterEach
    void putBack() {
        assertThat(admin.put(PROGRAM, before.text()).status()).isEqualTo(200);
    }

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        admin = headway.as(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void out_of_the_box_every_rule_has_a_threshold_and_every_pattern_wants_everything() {
        var program = before.json();

        assertThat(program.at("/thresholds").size()).isEqualTo(16);
        assertThat(program.at("/thresholds/ghost-town").asString()).isEqualTo("P60D");
        assertThat(program.at("/disqualifiers").isArray()).isTrue();
        for (var pattern : Pattern.values()) {
            assertThat(program.at("/patterns/" + pattern + "/requires").size())
                    .isEqualTo(Criteria.ALL.size());
        }
    }

    @Test
    void what_get_answers_put_takes_and_nothing_changes() {
        var answer = admin.put(PROGRAM, before.text());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(answer.json()).isEqualTo(before.json());
        assertThat(answer.position()).isNotNegative();
    }

    @Test
    void thresholds_are_echoed_as_they_were_written() {
        var written =
                """
                {"ghost-town": "PT1440H", "fading": {"PILOT": "P10D", "LAUNCH": "PT90M"},
                 "planning-stall": "PT3S"}
                """;
        var answer = admin.put(PROGRAM, with("thresholds", written));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/thresholds")).isEqualTo(json(written));
        assertThat(admin.get(PROGRAM).json()).isEqualTo(answer.json());
        assertThat(admin.get(PROGRAM).header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(version(answer)).isEqualTo(version(before) + 1);
        assertThat(answer.position()).isPositive();
    }

    @Test
    void disqualifiers_and_patterns_are_changed_as_a_whole() {
        var answer =
                admin.put(
                        PROGRAM,
                        """
                        {"thresholds": {},
                         "disqualifiers": [{"id": "no-budget", "statement": "Nobody pays"}],
                         "patterns": {"REFERRAL": {"requires": ["leverage-claimed"],
                                                   "rhythmDays": 30}},
                         "reason": "a lighter referral"}
                        """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/disqualifiers/0/id").asString()).isEqualTo("no-budget");
        assertThat(answer.json().at("/patterns").propertyNames()).containsExactly("REFERRAL");
        assertThat(answer.json().at("/patterns/REFERRAL/rhythmDays").asInt()).isEqualTo(30);
        assertThat(admin.get(PROGRAM).json().at("/reason").asString()).isEmpty();
    }

    @Test
    void the_version_in_the_body_is_ignored_and_the_one_in_the_header_is_not() {
        var changed = with("thresholds", "{\"ghost-town\": \"P1D\"}");

        assertThat(admin.put(PROGRAM, changed, "If-Match", "\"999\"").status()).isEqualTo(412);
        assertThat(admin.put(PROGRAM, changed, "If-Match", "x").status()).isEqualTo(400);
        assertThat(admin.get(PROGRAM).json()).isEqualTo(before.json());
        var body = ((ObjectNode) json(changed)).put("version", 999).toString();
        assertThat(admin.put(PROGRAM, body, "If-Match", before.header("ETag")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    thresholds    | {"full-moon": "P1D"}                            | /thresholds/full-moon
                    thresholds    | {"ghost-town": {"MOON": "P1D"}}                 | /thresholds/ghost-town/MOON
                    thresholds    | {"ghost-town": "-P1D"}                          | /thresholds/ghost-town
                    thresholds    | {"ghost-town": {"PILOT": "-PT1S"}}              | /thresholds/ghost-town/PILOT
                    thresholds    | {"ghost-town": "P999999999999D"}                | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "PT99999999999999999999S"}       | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "P3701D"}                        | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "sixty days"}                    | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "p60d"}                          | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "P1DT-1H"}                       | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "P2M"}                           | /thresholds/ghost-town
                    thresholds    | {"ghost-town": 60}                              | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "PT1.S"}                         | /thresholds/ghost-town
                    thresholds    | {"ghost-town": "P0000000000000000000000000000000000000000000000001D"} | /thresholds/ghost-town
                    thresholds    | {"ghost-town": null}                            | /thresholds/ghost-town
                    thresholds    | {"ghost-town": {}}                              | /thresholds/ghost-town
                    thresholds    | {"ghost-town": ["P1D"]}                         | /thresholds/ghost-town
                    thresholds    | {"ghost-town": {"PILOT": {"a": 1}}}             | /thresholds/ghost-town/PILOT
                    thresholds    | {"a/b~c": "P1D"}                                | /thresholds/a~1b~0c
                    thresholds    | null                                            | /thresholds
                    thresholds    | []                                              | /thresholds
                    disqualifiers | [{"id": "", "statement": "x"}]                  | /disqualifiers/0/id
                    disqualifiers | [{"id": "a"}]                                   | /disqualifiers/0/statement
                    disqualifiers | [{"id": "a", "statement": "\\u00a0\\u2800"}]    | /disqualifiers/0/statement
                    disqualifiers | [{"id": "\\u200b", "statement": "x"}]           | /disqualifiers/0/id
                    disqualifiers | [{"id":"a","statement":"x"},{"id":"a\\u200b","statement":"y"}] | /disqualifiers
                    disqualifiers | [{"id": "a", "statement": "x\\u0000"}]          | /disqualifiers/0/statement
                    disqualifiers | [null]                                          | /disqualifiers/0
                    disqualifiers | [{"id":"a","statement":"x"},{"id":"a","statement":"y"}] | /disqualifiers
                    disqualifiers | {}                                              | /disqualifiers
                    patterns      | {"FRIENDSHIP": {"requires": []}}                | /patterns
                    patterns      | {"a.b[": {"requires": null}}                    | /patterns
                    patterns      | {"RESELL": null}                                | /patterns/RESELL
                    patterns      | {"RESELL": {}}                                  | /patterns/RESELL/requires
                    patterns      | {"RESELL": {"requires": [null]}}                | /patterns/RESELL/requires/0
                    patterns      | {"RESELL": {"requires": ["good-weather"]}}      | /patterns/RESELL/requires
                    patterns      | {"RESELL": {"requires": [], "rhythmDays": 0}}   | /patterns/RESELL/rhythmDays
                    patterns      | {"RESELL": {"requires": [], "mood": 1}}         | /patterns/RESELL/mood
                    reason        | 7                                               | /reason
                    surprise      | 1                                               | /surprise
                    """)
    void a_mistake_is_named_where_it_is(String field, String value, String pointer) {
        var answer = admin.put(PROGRAM, with(field, value));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/errors").valueStream().map(e -> e.at("/pointer").asString()))
                .as(answer.text())
                .containsExactly(pointer);
        assertThat(admin.get(PROGRAM).json()).isEqualTo(before.json());
    }

    @Test
    void all_mistakes_are_reported_together() {
        var answer =
                admin.put(
                        PROGRAM,
                        with("thresholds", "{\"full-moon\": \"P1D\", \"fading\": \"soon\"}"));

        assertThat(answer.json().at("/errors").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void only_an_admin_changes_the_program_and_everybody_reads_it(Role role) {
        assertThat(headway.as(role).get(PROGRAM).json()).isEqualTo(before.json());
        assertThat(headway.as(role).put(PROGRAM, before.text()).status()).isEqualTo(403);
        assertThat(headway.as(role).put(PROGRAM, "nonsense", "If-Match", "x").status())
                .isEqualTo(403);
    }

    private String with(String field, String value) {
        var body = (ObjectNode) json(before.text());
        return body.put(field, "HERE").toString().replace("\"HERE\"", value);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static long version(Answered answer) {
        return answer.json().at("/version").asLong();
    }
}
