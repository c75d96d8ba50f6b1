package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An answer belongs to the question as it was worded: rewording asks again, history says which. */
class RewordedDisqualifierTest {

    private static RunningHeadway headway;

    private static Caller manager;
    private String reef = "";

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void rewording_asks_again_and_history_says_which_words_were_answered() {
        asking("Nobody at the top wants it");
        reef =
                manager.post(
                                "/api/v1/partnerships",
                                """
                                {"name": "Reef", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
                                """)
                        .header("Location");
        screened();
        assertThat(criterion().at("/met").asBoolean()).isTrue();

        asking("Nobody at the top, or in the field, wants it");
        assertThat(criterion().at("/met").asBoolean()).isFalse();
        assertThat(criterion().at("/have").asString())
                .isEqualTo("0 of 1 clear; open: no-sponsor (worded anew since)");

        var position = screened();
        assertThat(criterion().at("/met").asBoolean()).isTrue();
        assertThat(
                        manager.get(reef + "/history", "Headway-Position", position)
                                .json()
                                .at("/items")
                                .valueStream()
                                .filter(
                                        e ->
                                                e.at("/type")
                                                        .asString()
                                                        .equals("DisqualifierScreened"))
                                .map(e -> e.at("/statement").asString()))
                .containsExactly(
                        "Nobody at the top wants it",
                        "Nobody at the top, or in the field, wants it");
    }

    private static void asking(String statement) {
        var answer =
                headway.as(Role.ADMIN)
                        .put(
                                "/api/v1/program",
                                """
                                {"thresholds": {}, "patterns": {},
                                 "disqualifiers": [{"id": "no-sponsor", "statement": "%s"}]}
                                """
                                        .formatted(statement));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String screened() {
        var answer =
                manager.post(
                        reef + "/screenings",
                        """
                        {"disqualifier": "no-sponsor", "verdict": "CLEAR", "note": "Their COO"}
                        """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.header("Headway-Position");
    }

    private JsonNode criterion() {
        return manager.get(reef + "/gate?to=PILOT")
                .json()
                .at("/criteria")
                .valueStream()
                .filter(criterion -> criterion.at("/id").asString().equals("disqualifiers-clear"))
                .findFirst()
                .orElseThrow();
    }
}
