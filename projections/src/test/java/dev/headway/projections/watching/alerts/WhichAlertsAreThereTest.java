package dev.headway.projections.watching.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.PartnershipEvent.PartnershipUnvoided;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.projections.chat.delivery.DeliveriesByAlert;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.InvalidQueryException;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.testing.TestDatabase;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

class WhichAlertsAreThereTest {

    private static final Principal ME = () -> "me-7";

    private static final Duration DAY = Duration.ofDays(1);

    private final AllianceFixture alliance =
            new AllianceFixture().watchingOnly("ghost-town", "steps-unsecured");
    private WatchingFixture watching;
    private WhichAlertsAreThere alerts;
    private AlertQueries queries;

    @BeforeEach
    void build() {
        var source = TestDatabase.migrated();
        var database = JdbcClient.create(source);
        watching = new WatchingFixture(source, alliance);
        queries = new AlertQueries(database);
        alerts =
                new WhichAlertsAreThere(
                        queries,
                        new AlertList(database),
                        new DeliveriesByAlert(database),
                        AlertsForTests.HELD,
                        new Cursors(database),
                        new FairReads(1));
    }

    @Test
    void without_a_filter_every_alert_is_there_the_resolved_included() {
        var acme = alliance.piloting("Acme");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();
        alliance.touchpoint(acme);
        alliance.piloting("Globex");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();

        assertThat(alerts.answer(asking(), ME).items())
                .extracting(Alert::status)
                .containsExactlyInAnyOrder("OPEN", "OPEN", "RESOLVED");
        assertThat(alerts.answer(asking("status", "OPEN"), ME).items()).hasSize(2);
        assertThat(alerts.answer(asking("partnership", acme), ME).items()).hasSize(2);
        assertThat(alerts.answer(asking("rule", "steps-unsecured"), ME).items()).isEmpty();
        assertThat(watching.openAlerts().of(List.of(acme, "nobody")))
                .containsOnlyKeys(acme)
                .hasEntrySatisfying(acme, open -> assertThat(open.alerts()).isEqualTo(1));
    }

    @Test
    void alerts_of_what_was_voided_are_in_no_list_and_no_count_unless_asked_for() {
        var acme = alliance.piloting("Acme");
        alliance.piloting("Globex");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();
        alliance.store(acme, new PartnershipVoided("Registered twice", null, alliance.now()));
        watching.watch();

        for (var sort : List.of("-raisedAt", "dueAt", "-severity")) {
            var listed = alerts.answer(asking("sort", sort), ME).items();
            assertThat(listed).extracting(Alert::partnershipName).containsExactly("Globex");
            var voided = alerts.answer(asking("sort", sort, "voided", "true"), ME).items();
            assertThat(voided).extracting(Alert::partnershipId).containsExactly(acme);
            assertThat(voided).extracting(Alert::status).containsExactly("RESOLVED");
        }
        assertThat(alerts.answer(asking("partnership", acme), ME).items()).isEmpty();
        assertThat(alerts.answer(asking("status", "RESOLVED"), ME).items()).isEmpty();
        assertThat(queries.countsByRule())
                .containsOnlyKeys("ghost-town")
                .hasEntrySatisfying("ghost-town", counts -> assertThat(counts.raised()).isOne());

        alliance.store(acme, new PartnershipUnvoided(alliance.now()));
        watching.watch();
        assertThat(alerts.answer(asking("voided", "true"), ME).items()).isEmpty();
        assertThat(alerts.answer(asking("partnership", acme), ME).items())
                .extracting(Alert::status)
                .containsExactlyInAnyOrder("OPEN", "RESOLVED");
    }

    @Test
    void rules_and_states_are_merged_into_one_order_and_none_is_met_twice() {
        var acme = alliance.piloting("Acme");
        var globex = alliance.piloting("Globex");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();
        alliance.touchpoint(acme);
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();

        var every = alerts.answer(asking(), ME).items();
        assertThat(every).hasSize(3);
        assertThat(alerts.answer(asking("status", "OPEN", "status", "RESOLVED"), ME).items())
                .isEqualTo(every);
        assertThat(
                        alerts.answer(
                                        asking(
                                                "rule", "ghost-town",
                                                "rule", "ghost-town",
                                                "rule", "fading",
                                                "status", "RESOLVED",
                                                "status", "OPEN"),
                                        ME)
                                .items())
                .isEqualTo(every);
        assertThat(alerts.answer(asking("rule", "ghost-town"), ME).items()).isEqualTo(every);
        assertThat(
                        alerts.answer(
                                        asking(
                                                "partnership", globex,
                                                "rule", "ghost-town",
                                                "status", "OPEN"),
                                        ME)
                                .items())
                .hasSize(1);
    }

    @Test
    void pages_follow_each_other_while_new_alerts_come_in() {
        IntStream.range(0, 5).forEach(i -> alliance.piloting("Partner " + i));
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();
        var first = alerts.answer(asking("limit", "3"), ME);
        alliance.piloting("Late");
        watching.watch();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();
        var second =
                alerts.answer(
                        asking("limit", "3", "cursor", String.valueOf(first.nextCursor())), ME);

        assertThat(second.nextCursor()).isNull();
        assertThat(first.items()).hasSize(3).doesNotContainAnyElementsOf(second.items());
        assertThat(second.items()).hasSize(2);
    }

    @Test
    void every_mistake_in_a_question_is_told() {
        assertThatThrownBy(
                        () ->
                                alerts.answer(
                                        asking("status", "LOUD", "rule", "none", "cursor", "x"),
                                        ME))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidQueryException.class))
                .extracting(mistaken -> mistaken.getBody().getProperties())
                .extracting("errors")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    private static LinkedMultiValueMap<String, String> asking(String... namesAndValues) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
