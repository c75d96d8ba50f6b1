package dev.headway.projections.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.log.EventStoreUnavailableException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What lies in an event, and what in the machine. */
class PoisonTest {

    @ParameterizedTest
    @CsvSource({
        "23505, true", // twice what may be there once
        "22P05, true", // no such character
        "21000, true", // twice in one statement
        "54000, true", // too long for an index
        "P0001, true", // raised by a function
        "08006, false", // the connection is gone
        "57P01, false", // the server shuts down
        "57014, false", // took too long
        "55P03, false", // somebody has the lock
        "40001, false", // another was first
        "40P01, false", // a deadlock
        "53100, false", // the disk is full
        "53200, false", // no memory
        "25006, false", // a standby
        "42P01, false", // no such table: not yet migrated
        "XX000, false"
    })
    void the_database_says_whose_fault_it_is(String state, boolean isPoison) {
        var failure = new IllegalStateException(new SQLException("told by PostgreSQL", state));

        assertThat(Poison.isCauseOf(failure)).isEqualTo(isPoison);
    }

    @Test
    void code_that_throws_does_it_again() {
        assertThat(Poison.isCauseOf(new IllegalStateException("a bug"))).isTrue();
        assertThat(Poison.isCauseOf(new AssertionError("a bug"))).isTrue();
        assertThat(Poison.isCauseOf(new StackOverflowError())).isTrue();
    }

    @Test
    void what_is_of_the_machine_passes() {
        assertThat(Poison.isCauseOf(new OutOfMemoryError())).isFalse();
        assertThat(Poison.isCauseOf(new NoClassDefFoundError())).isFalse();
        assertThat(Poison.isCauseOf(new RuntimeException(new InterruptedException()))).isFalse();
        assertThat(Poison.isCauseOf(new QueryTimeoutException("late"))).isFalse();
        assertThat(Poison.isCauseOf(new DataAccessResourceFailureException("away"))).isFalse();
        assertThat(Poison.isCauseOf(new CannotCreateTransactionException("away"))).isFalse();
        assertThat(Poison.isCauseOf(new EventStoreUnavailableException("away", null))).isFalse();
        assertThat(Poison.isCauseOf(new SQLException("without a state"))).isFalse();
    }
}
