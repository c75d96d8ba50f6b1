package dev.headway.projections.watching.alerts;

import static dev.headway.projections.watching.AllianceFixture.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.projections.watching.WatchingFixture.AlertRow;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people were told before a database was restored from a backup they are not told again. */
class AfterARestoreTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final AllianceFixture alliance = new AllianceFixture().watchingOnly("ghost-town");
    private final DataSource source = TestDatabase.migrated();
    private final WatchingFixture watching = new WatchingFixture(source, alliance, "team");

    @BeforeEach
    void ghost_towns_come_early() {
        alliance.policy(after("ghost-town", "P10D"));
    }

    @Test
    void what_came_due_before_is_raised_and_not_told() {
        alliance.launched("Acme");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(11));
        restored();

        watching.watch();

        assertThat(watching.alerts()).extracting(AlertRow::status).containsExactly("OPEN");
        assertThat(watching.told()).isZero();
    }

    @Test
    void what_waited_to_be_told_is_not_told_and_an_escalation_of_before_neither() {
        alliance.launched("Acme");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(11));
        watching.watch();
        assertThat(watching.told()).isEqualTo(1);
        alliance.clock.advance(DAY.multipliedBy(10));
        restored();

        watching.watch();

        assertThat(watching.told()).isZero();
    }

    @Test
    void what_comes_due_afterwards_is_told() {
        alliance.launched("Acme");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(9));
        restored();
        alliance.clock.advance(DAY.multipliedBy(2));

        watching.watch();

        assertThat(watching.told()).isEqualTo(1);
    }

    /** As whoever restores says it; beside events that are in memory here. */
    private void restored() {
        var superuser = JdbcClient.create(TestDatabase.superuser(source));
        superuser.sql("create table if not exists event (position bigint)").update();
        superuser.sql("alter table event owner to headway_owner").update();
        superuser
                .sql("select note_restore(:at)")
                .param("at", alliance.clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }
}
