package dev.headway.lifecycle.accounts.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whoever guesses waits longer and longer, and the right person a minute at most. */
class GuessingLimitTest {

    private static final String ADA = "p-ada";
    private static final String HERE = "192.0.2.1";

    private final SingleConnectionDataSource connection = connection();
    private final JdbcClient database = JdbcClient.create(connection);
    private final DrivenClock clock = new DrivenClock(Instant.parse("2026-05-04T08:00:00Z"));
    private final GuessingLimit limit = new GuessingLimit(database, clock);

    @AfterEach
    void disconnect() {
        connection.destroy();
    }

    @Test
    void the_wait_doubles_up_to_a_minute() {
        var waits = new ArrayList<Long>();
        var grew = 0;
        for (int i = 0; i < 15; i++) {
            var attempt = limit.begin(ADA, HERE);
            assertThat(attempt.isOpen()).isTrue();
            waits.add(Duration.between(clock.instant(), attempt.waitUntil()).toSeconds());
            grew += attempt.grows() ? 1 : 0;
            clock.advance(Duration.between(clock.instant(), attempt.waitUntil()));
        }

        assertThat(waits)
                .containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
        assertThat(grew).as("recorded").isEqualTo(7);
    }

    @Test
    void ten_thousand_wrong_ones_cost_the_right_person_a_minute_at_most() {
        var looked = 0;
        for (int i = 0; i < 10_000; i++) {
            looked += limit.begin(ADA, HERE).isOpen() ? 1 : 0;
            clock.advance(Duration.ofMillis(50));
        }
        assertThat(looked).as("that were looked at, in more than eight minutes").isLessThan(25);

        clock.advance(Duration.ofMinutes(1));
        assertThat(limit.begin(ADA, HERE).isOpen()).as("a minute later").isTrue();
        limit.succeeded(ADA, HERE);
        assertThat(limit.begin(ADA, HERE).failures()).isEqualTo(1);
    }

    @Test
    void whoever_guesses_from_elsewhere_costs_the_right_person_nothing() {
        IntStream.range(0, 200).forEach(i -> limit.begin(ADA, "198.51.100." + i % 20));

        assertThat(limit.begin(ADA, HERE)).matches(GuessingLimit.Attempt::isOpen);
        limit.succeeded(ADA, HERE);
        assertThat(limit.begin(ADA, "198.51.100.1").isOpen()).isFalse();
    }

    @Test
    void after_an_hour_it_begins_anew() {
        IntStream.range(0, 6).forEach(_ -> limit.begin(ADA, HERE));
        clock.advance(Duration.ofMinutes(61));

        assertThat(limit.begin(ADA, HERE).failures()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(61));
        limit.deleteForgotten(clock.instant());
        assertThat(rows()).isZero();
    }

    @Test
    void addresses_without_an_account_take_bounded_room() {
        assertThat(
                        IntStream.range(0, 200_000)
                                .mapToObj(i -> GuessingLimit.ofNobody("x" + i + "@example.com"))
                                .distinct()
                                .count())
                .isLessThanOrEqualTo(65_536);
        assertThat(GuessingLimit.ofNobody(" A@Example.com"))
                .isEqualTo(GuessingLimit.ofNobody("a@example.com"));
    }

    private long rows() {
        return database.sql("select count(*) from sign_in_attempt").query(Long.class).single();
    }

    /** One connection for all of it, since thousands would take minutes. */
    private static SingleConnectionDataSource connection() {
        try {
            return new SingleConnectionDataSource(TestDatabase.migrated().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
