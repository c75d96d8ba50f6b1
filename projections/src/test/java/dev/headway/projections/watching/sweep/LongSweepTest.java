package dev.headway.projections.watching.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever answers is heard while many thousand alerts are raised. */
class LongSweepTest {

    private static final int PARTNERSHIPS = Integer.getInteger("headway.sweep.partnerships", 5_000);

    @Test
    void an_answer_is_visible_while_all_others_are_still_being_raised() {
        var alliance = new AllianceFixture().watchingOnly("ghost-town");
        var source = TestDatabase.migrated();
        var database = JdbcClient.create(source);
        var watching = new WatchingFixture(source, alliance);
        var acme = alliance.piloting("Acme");
        alliance.clock.advance(Duration.ofDays(60));
        watching.watch();
        var alert = database.sql("select alert_id from alert").query(String.class).single();
        var longAgo = alliance.now().minus(Duration.ofDays(59));
        IntStream.range(0, PARTNERSHIPS).forEach(i -> alliance.imported("Old " + i, longAgo));
        watching.watch();
        alliance.clock.advance(Duration.ofDays(1));

        try (var _ = watching.reading()) {
            var sweep = Thread.ofPlatform().start(watching::sweepOnly);
            await().until(() -> raised(database) > 500);
            alliance.store(
                    "alert-" + alert,
                    new AlertAcknowledged(
                            alert, acme, "ghost-town", "maria", null, alliance.now()));
            var position = alliance.events.head();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> owned(database) == 1 && evaluated(database) >= position);

            assertThat(raised(database)).isLessThan(PARTNERSHIPS);
            await().atMost(Duration.ofMinutes(2)).until(() -> !sweep.isAlive());
        }
        assertThat(raised(database)).isEqualTo(PARTNERSHIPS + 1);
    }

    private static int raised(JdbcClient database) {
        return count(database, "select count(*) from alert");
    }

    private static int owned(JdbcClient database) {
        return count(database, "select count(*) from alert where owner = 'maria'");
    }

    private static int evaluated(JdbcClient database) {
        return count(
                database, "select position from projection_position where projection = 'alerts'");
    }

    private static int count(JdbcClient database, String question) {
        return database.sql(question).query(Integer.class).single();
    }
}
