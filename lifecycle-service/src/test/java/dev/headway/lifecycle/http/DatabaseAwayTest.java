package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without its database Headway says so, in words that tell a caller to come back. */
class DatabaseAwayTest {

    private final RunningHeadway headway =
            RunningHeadway.start("spring.datasource.hikari.maximum-pool-size=12");
    private final Caller manager = headway.as(Role.MANAGER);

    @BeforeEach
    void take_the_database_away() {
        TestDatabase.takeAway(headway.bean(DataSource.class));
    }

    @AfterEach
    void stop() {
        headway.close();
    }

    @Test
    void a_question_is_answered_with_come_back_later() {
        expectComeBackLater(manager.get("/api/v1/partnerships"));
        expectComeBackLater(
                manager.get("/api/v1/partnerships/00000000-0000-0000-0000-000000000000"));
    }

    @Test
    void a_command_is_answered_with_come_back_later() {
        expectComeBackLater(
                manager.post(
                        "/api/v1/partnerships",
                        """
                        {"name":"Tidewater","partner":{"name":"Tidewater Ltd","type":"TELCO"}}
                        """));
    }

    @Test
    void that_it_is_away_is_told_within_two_seconds() {
        manager.get("/api/v1/partnerships"); // what was open has been found closed
        var begun = System.nanoTime();

        var answer = manager.get("/api/v1/partnerships");

        expectComeBackLater(answer);
        assertThat(answer.json().path("type").asString()).endsWith("#unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    private static void expectComeBackLater(Caller.Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
