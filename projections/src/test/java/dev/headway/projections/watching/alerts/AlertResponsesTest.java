package dev.headway.projections.watching.alerts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.projections.chat.delivery.DeliveriesByAlert;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** What becomes of an alert by what people answer, and by time alone. */
class AlertResponsesTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final AllianceFixture alliance = new AllianceFixture().watchingOnly("ghost-town");
    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final WatchingFixture watching = new WatchingFixture(source, alliance, "team");
    private String acme = "";

    /** A ghost town since Friday, 2026-05-01 at 09:00. */
    @BeforeEach
    void ghostTown() {
        acme = alliance.piloting("Acme");
        passing(DAY.multipliedBy(60));
        assertThat(alert().status()).isEqualTo("OPEN");
        assertThat(occasions()).containsExactly("RAISED");
    }

    @Test
    void whoever_acknowledges_owns_it_and_nobody_is_told_again() {
        acknowledged(1);
        passing(DAY.multipliedBy(30));

        assertThat(alert().status()).isEqualTo("ACKNOWLEDGED");
        assertThat(alert().owner()).isEqualTo("maria");
        assertThat(alert().escalatedAt()).isNull();
        assertThat(occasions()).containsExactly("RAISED");
    }

    @Test
    void an_acknowledged_alert_is_resolved_by_motion_and_keeps_its_owner() {
        acknowledged(1);
        alliance.touchpoint(acme);
        watching.watch();

        assertThat(alert().status()).isEqualTo("RESOLVED");
        assertThat(alert().owner()).isEqualTo("maria");
    }

    @Test
    void an_alert_that_is_handed_over_has_another_owner_and_nothing_else_changes() {
        acknowledged(1);
        snoozed(2, DAY.multipliedBy(10));
        answer(new AlertHandedOver(id(), acme, "ghost-town", "Noor", "p-7", alliance.now()));

        assertThat(alert().owner()).isEqualTo("Noor");
        assertThat(alert().ownerId()).isEqualTo("p-7");
        assertThat(alert().status()).isEqualTo("SNOOZED");
        assertThat(alert().answer()).isEqualTo("Merging");
        assertThat(alert().version()).isEqualTo(3);
        passing(DAY.multipliedBy(10));
        assertThat(occasions()).containsExactly("RAISED", "SNOOZE_ENDED");
    }

    @Test
    void alerts_are_found_by_their_owner() {
        acknowledged(1);
        assertThat(ownedBy("owner", "MARIA ")).hasSize(1);
        assertThat(ownedBy("owner", "")).isEmpty();

        answer(new AlertHandedOver(id(), acme, "ghost-town", "Maria", "p-7", alliance.now()));
        assertThat(ownedBy("owner", "maria")).isEmpty();
        assertThat(ownedBy("ownerId", "p-7")).hasSize(1);
        assertThat(ownedBy("owner", "me")).hasSize(1);
        alliance.piloting("Globex");
        passing(DAY.multipliedBy(60));
        assertThat(ownedBy("owner", "")).hasSize(1);
    }

    @Test
    void a_snoozed_alert_comes_back_at_its_date_and_is_told_of_once_more() {
        snoozed(1, DAY.multipliedBy(10));
        passing(DAY.multipliedBy(10).minusSeconds(1));
        assertThat(alert().status()).isEqualTo("SNOOZED");
        assertThat(occasions()).containsExactly("RAISED");

        passing(Duration.ofSeconds(1));
        passing(Duration.ofHours(1));
        assertThat(alert().status()).isEqualTo("OPEN");
        assertThat(alert().snoozedUntil()).isNull();
        assertThat(occasions()).containsExactly("RAISED", "SNOOZE_ENDED");
    }

    @Test
    void a_snooze_ends_with_the_episode() {
        snoozed(1, DAY.multipliedBy(10));
        alliance.touchpoint(acme);
        passing(DAY.multipliedBy(20));

        assertThat(alert().status()).isEqualTo("RESOLVED");
        assertThat(occasions()).containsExactly("RAISED");
    }

    @Test
    void a_dismissed_alert_stays_dismissed_until_the_next_episode() {
        answer(new AlertDismissed(id(), acme, "ghost-town", "Wrong", alliance.now()));
        passing(DAY.multipliedBy(30));
        assertThat(alert().status()).isEqualTo("DISMISSED");
        alliance.touchpoint(acme);
        watching.watch();
        assertThat(alert().status()).isEqualTo("DISMISSED");

        passing(DAY.multipliedBy(60));
        assertThat(watching.alerts()).hasSize(2);
        assertThat(occasions()).containsExactly("RAISED", "RAISED");
    }

    @Test
    void what_nobody_acknowledges_for_five_business_days_is_escalated_once() {
        passing(DAY.multipliedBy(7).minusSeconds(1));
        assertThat(alert().escalatedAt()).isNull();

        passing(Duration.ofSeconds(1));
        assertThat(alert().escalatedAt()).isEqualTo(alliance.now());
        assertThat(alert().status()).isEqualTo("OPEN");
        passing(DAY.multipliedBy(60));
        assertThat(occasions()).containsExactly("RAISED", "ESCALATED");
    }

    @Test
    void after_a_snooze_the_five_days_begin_anew() {
        snoozed(1, DAY.multipliedBy(5)); // until Wednesday
        passing(DAY.multipliedBy(5));
        passing(DAY.multipliedBy(7).minusSeconds(1));
        assertThat(alert().escalatedAt()).isNull();
        passing(Duration.ofSeconds(1));
        assertThat(occasions()).containsExactly("RAISED", "SNOOZE_ENDED", "ESCALATED");
    }

    @Test
    void two_rebuilds_with_traffic_on_change_no_answer_and_tell_nobody() {
        acknowledged(1);
        snoozed(2, DAY.multipliedBy(3));
        watching.watch();
        var before = alert();
        watching.rebuild();
        alliance.piloting("Globex");
        watching.watch();
        watching.rebuild();
        watching.watch();

        assertThat(alert()).isEqualTo(before);
        assertThat(occasions()).containsExactly("RAISED");
        passing(DAY.multipliedBy(3));
        watching.rebuild();
        watching.watch();
        assertThat(alert().status()).as("a replayed snooze is over").isEqualTo("OPEN");
        assertThat(occasions()).containsExactly("RAISED", "SNOOZE_ENDED");
    }

    @Test
    void what_a_policy_makes_due_again_is_a_new_alert_that_nobody_owns() {
        acknowledged(1);
        alliance.policy(AllianceFixture.after("ghost-town", "P90D"));
        watching.watch();
        alliance.policy(AllianceFixture.after("ghost-town", "P60D"));
        watching.watch();

        assertThat(rows("status")).containsExactly("RESOLVED", "OPEN");
        assertThat(rows("owner")).containsExactly("maria", "nobody");
        assertThat(occasions()).containsExactly("RAISED", "RAISED");
    }

    @Test
    void a_dismissal_lasts_until_the_rule_stops_holding_by_whatever_cause() {
        answer(new AlertDismissed(id(), acme, "ghost-town", "Wrong", alliance.now()));
        alliance.policy(AllianceFixture.after("ghost-town", "P90D"));
        watching.watch();
        alliance.policy(AllianceFixture.after("ghost-town", "P60D"));
        watching.watch();

        assertThat(rows("status")).containsExactly("DISMISSED", "OPEN");
    }

    @Test
    void a_rule_is_as_precise_as_people_find_it() {
        acknowledged(1);
        for (var name : List.of("Globex", "Initech", "Umbrella")) {
            alliance.piloting(name);
        }
        passing(DAY.multipliedBy(60));
        dismiss("Globex");
        dismiss("Initech");
        watching.watch();

        var figures =
                new HowPreciseAreTheRules(new AlertQueries(database))
                        .answer().items().stream()
                                .filter(rule -> rule.rule().equals("ghost-town"))
                                .findFirst()
                                .orElseThrow();
        assertThat(figures.raised()).isEqualTo(4);
        assertThat(figures.actedOn()).isEqualTo(1);
        assertThat(figures.dismissed()).isEqualTo(2);
        assertThat(figures.open()).isEqualTo(1);
        assertThat(figures.precision()).isEqualByComparingTo("0.333");
    }

    private void acknowledged(int version) {
        answer(new AlertAcknowledged(id(), acme, "ghost-town", "maria", null, alliance.now()));
        assertThat(alert().version()).isEqualTo(version);
    }

    private void snoozed(int version, Duration time) {
        var until = alliance.now().plus(time);
        answer(new AlertSnoozed(id(), acme, "ghost-town", until, "Merging", alliance.now()));
        assertThat(alert().version()).isEqualTo(version);
    }

    private List<Alert> ownedBy(String parameter, String value) {
        var query = new LinkedMultiValueMap<String, String>();
        query.add(parameter, value);
        return new WhichAlertsAreThere(
                        new AlertQueries(database),
                        new AlertList(database),
                        new DeliveriesByAlert(database),
                        AlertsForTests.HELD,
                        new Cursors(database),
                        new FairReads(1))
                .answer(query, () -> "p-7")
                .items();
    }

    private void dismiss(String name) {
        var alert =
                database.sql("select alert_id from alert where partnership_name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single();
        alliance.store(
                "alert-" + alert,
                new AlertDismissed(alert, "p", "ghost-town", "Wrong", alliance.now()));
    }

    private void answer(AlertEvent event) {
        alliance.store("alert-" + id(), event);
        watching.watch();
    }

    private String id() {
        return database.sql("select alert_id from alert where partnership_id = :acme")
                .param("acme", acme)
                .query(String.class)
                .single();
    }

    private Alert alert() {
        var alerts =
                new WhichAlertsAreThere(
                        new AlertQueries(database),
                        new AlertList(database),
                        new DeliveriesByAlert(database),
                        AlertsForTests.HELD,
                        new Cursors(database),
                        new FairReads(1));
        var oldest = watching.alerts().getFirst();
        return requireNonNull(
                alerts.answer(
                                database.sql(
                                                """
                                                select alert_id
                                                from   alert
                                                where  anchor_event_id = :anchor
                                                """)
                                        .param("anchor", oldest.anchorEventId())
                                        .query(String.class)
                                        .single())
                        .getBody());
    }

    private List<String> rows(String column) {
        return database.sql("select " + column + " from alert order by raised_position")
                .query((row, _) -> Objects.requireNonNullElse(row.getString(1), "nobody"))
                .list();
    }

    private List<String> occasions() {
        return database.sql("select occasion from chat_outbox order by entry_id")
                .query((row, _) -> row.getString("occasion"))
                .list();
    }

    private void passing(Duration time) {
        watching.watch();
        alliance.clock.advance(time);
        watching.watch();
    }
}
