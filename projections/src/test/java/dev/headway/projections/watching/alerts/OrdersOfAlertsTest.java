package dev.headway.projections.watching.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.chat.delivery.DeliveriesByAlert;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.tables.OwnerKey;
import dev.headway.projections.watching.rules.Rule.Severity;
import dev.headway.testing.TestDatabase;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Alerts in every order, under every filter, read in short pages. */
class OrdersOfAlertsTest {

    private static final Principal ME = () -> "p-7";

    private final JdbcClient database = JdbcClient.create(TestDatabase.migrated());
    private final WhichAlertsAreThere alerts =
            new WhichAlertsAreThere(
                    new AlertQueries(database),
                    new AlertList(database),
                    new DeliveriesByAlert(database),
                    AlertsForTests.HELD,
                    new Cursors(database),
                    new FairReads(1));

    OrdersOfAlertsTest() {
        database.sql(
                        """
                        insert into alert
                               (alert_id, partnership_id, partnership_name, rule, subject, severity,
                                anchor_event_id, anchor_type, anchor_at, due_at, raised_at, status,
                                resolved_at, owner, owner_id, owner_key)
                        select gen_random_uuid(), 'p' || n % 3, 'Acme', rule, n::text, severity,
                               'event', 'PilotStarted', now(),
                               timestamptz '2026-02-01Z' + (n * 7 % 5) * interval '1 day',
                               timestamptz '2026-03-01Z' + (n * 3 % 4) * interval '1 day',
                               case n % 3 when 0 then 'RESOLVED' else 'OPEN' end,
                               case n % 3 when 0 then now() end,
                               case n % 2 when 0 then 'Me' end, case n % 2 when 0 then 'p-7' end,
                               case n % 2 when 0 then :me end
                        from   generate_series(1, 10) n,
                               (values ('ghost-town', 'CRITICAL'), ('fading', 'WARNING'),
                                       ('pilot-overdue', 'WARNING'), ('waiver-expired', 'CRITICAL'))
                                   as rules (rule, severity)
                        """)
                .param("me", OwnerKey.ofPerson("p-7"))
                .update();
    }

    static Stream<String> queries() {
        return Stream.of("raisedAt", "dueAt", "severity")
                .flatMap(sort -> Stream.of(sort, "-" + sort))
                .flatMap(
                        sort ->
                                Stream.of(
                                                "",
                                                "status=OPEN",
                                                "severity=CRITICAL",
                                                "severity=WARNING&rule=fading&rule=ghost-town",
                                                "owner=me",
                                                "owner=me&status=OPEN&severity=CRITICAL",
                                                "owner=",
                                                "concerns=me",
                                                "concernsId=p-7&status=OPEN&severity=CRITICAL",
                                                "concerns=",
                                                "partnership=p1")
                                        .map(filters -> "sort=" + sort + "&" + filters));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void pages_have_every_alert_once_and_in_order(String query) {
        var all = new ArrayList<Alert>();
        String cursor = null;
        do {
            var page = alerts.answer(asked(query + "&limit=3", cursor), ME);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        var whole = alerts.answer(asked(query + "&limit=200", null), ME).items();
        assertThat(all).isEqualTo(whole).doesNotHaveDuplicates();
        var sort = query.replaceAll("sort=(-?[a-zA-Z]+).*", "$1");
        assertThat(whole).isNotEmpty().isSortedAccordingTo(order(sort));
        assertThat(whole).hasSize(expected(query));
        assertThat(counted(query)).isEqualTo(whole.size());
    }

    private int counted(String query) {
        var filters = query.replaceAll("sort=[^&]+&?", "");
        return new HowManyAlertsAreThere(database, AlertsForTests.HELD)
                .count(asked(filters, null), ME)
                .total();
    }

    @Test
    void counts_say_how_bad_they_are_and_in_which_state() {
        var counts =
                new HowManyAlertsAreThere(database, AlertsForTests.HELD)
                        .count(asked("concerns=me", null), ME);

        assertThat(counts.severities().get(Severity.CRITICAL)).isEqualTo(14);
        assertThat(counts.severities().get(Severity.WARNING)).isEqualTo(14);
        assertThat(counts.statuses().get(AlertStatus.RESOLVED)).isEqualTo(4);
        assertThat(counts.statuses().get(AlertStatus.OPEN)).isEqualTo(24);
        assertThat(counts.statuses().get(AlertStatus.SNOOZED)).isZero();
    }

    @Test
    void as_bad_as_one_and_of_a_rule_that_is_not_are_none() {
        assertThat(alerts.answer(asked("severity=WARNING&rule=ghost-town", null), ME).items())
                .isEmpty();
    }

    private static Comparator<Alert> order(String sort) {
        var field = sort.replace("-", "");
        Comparator<Alert> by =
                field.equals("dueAt")
                        ? Comparator.comparing(Alert::dueAt)
                        : field.equals("raisedAt")
                                ? Comparator.comparing(Alert::raisedAt)
                                : Comparator.<Alert, Boolean>comparing(
                                                alert -> alert.severity().equals("CRITICAL"))
                                        .thenComparing(Alert::raisedAt);
        return sort.startsWith("-") ? by.reversed() : by;
    }

    private int expected(String query) {
        var conditions = new ArrayList<>(List.of("true"));
        if (query.contains("status=OPEN")) {
            conditions.add("status = 'OPEN'");
        }
        if (query.contains("severity=CRITICAL")) {
            conditions.add("severity = 'CRITICAL'");
        }
        if (query.contains("severity=WARNING")) {
            conditions.add("rule = 'fading'");
        }
        if (query.contains("owner=me")) {
            conditions.add("owner_key is not null");
        }
        if (query.contains("concerns=me") || query.contains("concernsId=p-7")) {
            conditions.add("(owner_key is not null or partnership_id = 'p1')");
        }
        if (query.endsWith("concerns=")) {
            conditions.add("owner_key is null and partnership_id = 'p2'");
        }
        if (query.endsWith("owner=")) {
            conditions.add("owner_key is null");
        }
        if (query.contains("partnership=p1")) {
            conditions.add("partnership_id = 'p1'");
        }
        return database.sql("select count(*) from alert where " + String.join(" and ", conditions))
                .query(Integer.class)
                .single();
    }

    private static LinkedMultiValueMap<String, String> asked(
            String query, @Nullable String cursor) {
        var asked = new LinkedMultiValueMap<String, String>();
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                var at = pair.indexOf('=');
                asked.add(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        if (cursor != null) {
            asked.add("cursor", cursor);
        }
        return asked;
    }
}
