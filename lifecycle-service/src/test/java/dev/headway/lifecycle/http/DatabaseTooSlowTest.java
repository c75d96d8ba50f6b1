package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is there and takes too long is no database that is away. */
class DatabaseTooSlowTest {

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway =
                RunningHeadway.start(
                        "spring.datasource.hikari.data-source-properties.options="
                                + "-c statement_timeout=300ms -c lock_timeout=100ms");
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @ParameterizedTest
    @CsvSource({"portfolio, /api/v1/partnerships", "alert, /api/v1/alerts"})
    void a_statement_that_took_too_long_is_told_as_that(String table, String question)
            throws SQLException {
        try (var holding = holding(table)) {
            var answer = headway.as(Role.VIEWER).get(question);

            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.json().path("type").asString()).endsWith("#timed-out");
            assertThat(answer.json().path("detail").asString())
                    .contains("took too long")
                    .doesNotContain("away");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            holding.rollback();
        }
    }

    private static Connection holding(String table) throws SQLException {
        var connection = headway.bean(DataSource.class).getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("set local statement_timeout = '10s'");
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return connection;
    }
}
