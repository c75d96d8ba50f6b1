package dev.headway.projections.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class DatabaseProblemTest {

    @Test
    void a_statement_that_was_cancelled_took_too_long_whatever_it_is_wrapped_in() {
        var cancelled = new SQLException("canceling statement", "57014");

        assertThat(kind(new DataAccessResourceFailureException("?", cancelled)))
                .isEqualTo("timed-out");
        assertThat(kind(new QueryTimeoutException("?"))).isEqualTo("timed-out");
        assertThat(kind(new CannotAcquireLockException("?", new SQLException("?", "55P03"))))
                .isEqualTo("timed-out");
    }

    @Test
    void a_pool_without_a_free_connection_is_busy_and_one_that_cannot_connect_is_away() {
        var exhausted = new SQLTransientConnectionException("not available");
        var refused =
                new SQLTransientConnectionException(
                        "not available", "08001", new SQLException("refused", "08001"));

        assertThat(kind(new CannotGetJdbcConnectionException("?", exhausted)))
                .isEqualTo("timed-out");
        assertThat(kind(new CannotGetJdbcConnectionException("?", refused)))
                .isEqualTo("unavailable");
    }

    @Test
    void a_server_that_shuts_down_is_away() {
        var down = new SQLException("terminating connection", "57P01");

        assertThat(kind(new DataAccessResourceFailureException("?", down)))
                .isEqualTo("unavailable");
    }

    private static String kind(RuntimeException failure) {
        return String.valueOf(
                Objects.requireNonNull(DatabaseProblem.of(failure).getBody().getType())
                        .getFragment());
    }
}
