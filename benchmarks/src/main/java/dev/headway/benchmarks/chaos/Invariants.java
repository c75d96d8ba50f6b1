package dev.headway.benchmarks.chaos;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.safety.LogCheck;
import dev.headway.benchmarks.safety.ProjectedTables;
import dev.headway.benchmarks.safety.ReferenceRebuild;
import dev.headway.benchmarks.safety.SafetyResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/** What has to be so when all is over, whatever has happened; nobody writes meanwhile. */
final class Invariants {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Nothing that a projection node works out from events. */
    private static final Set<String> NOT_ON_PROJECTION_NODES =
            Set.of(
                    "mirror_partition", // how far the mirror is
                    "alert_change", // what became of alerts, never rebuilt
                    "sealed_checkpoint", // the record is sealed where it is stored
                    "sealed_leaves",
                    "sealed_log",
                    "sealed_tile",
                    "sealing_key");

    private static final String HEAD = "select coalesce(max(position), 0) from event";

    private static final String EVENTS = "select count(*) from event";

    private static final String IN_AUDIT = "select count(*) from audit_entry";

    private static final String HASH =
            "select coalesce(md5(string_agg(md5(event::text), '' order by position)), '') from event";

    private static final String TOLD_TWICE =
            """
            select count(*)
            from   (select from delivery, unnest(alert_ids) as told (alert_id)
                    group by channel, alert_id having count(*) > 1) as more_than_once
            """;

    private static final String UNTOLD =
            """
            select (select count(*) from chat_outbox)
                   + (select count(*) from delivery where status in ('PENDING', 'SENDING'))
            """;

    private final ChaosWorld world;

    Invariants(ChaosWorld world) {
        this.world = world;
    }

    SafetyResult hold() throws Exception {
        var result = SafetyResult.quiet();
        for (var database : world.mirrors()) {
            try (var store = world.store();
                    var mirror = world.answers.connect(database)) {
                isMirrored(store, mirror, result);
            }
        }
        try (var store = world.store()) {
            // the audit's projection may be a moment behind, and LogCheck says whether it is
            var _ = isSoon(() -> number(store, IN_AUDIT) == number(store, EVENTS));
            new LogCheck(store).hold(world.ledger, result);
        }
        if (result.wrong().isEmpty()) {
            world.rebuild.of(world.store, rebuilt -> compare(rebuilt, result));
            try (var mirror = world.mirror()) {
                told(mirror, result);
            }
        }
        return result;
    }

    private static void isMirrored(Connection store, Connection mirror, SafetyResult result)
            throws SQLException {
        var head = number(store, HEAD);
        var arrived = isSoon(() -> number(mirror, "select mirror_head()") >= head);
        result.mustBeNought("positions that the mirror is behind for ever", arrived ? 0 : 1);
        var events = number(store, EVENTS);
        result.tells("events", events);
        result.mustBeNought("events missing in the mirror", events - number(mirror, EVENTS));
        var same = Sql.texts(store, HASH).equals(Sql.texts(mirror, HASH));
        result.mustBeNought("the mirror differs from the store", same ? 0 : 1);
    }

    private void compare(Connection rebuilt, SafetyResult result) throws SQLException {
        for (var database : world.mirrors()) {
            try (var mirror = world.answers.connect(database)) {
                ReferenceRebuild.awaitHead(mirror);
                compare(mirror, rebuilt, result);
            }
        }
    }

    private static void compare(Connection mirror, Connection rebuilt, SafetyResult result)
            throws SQLException {
        var tables = new ArrayList<>(ProjectedTables.tables(mirror));
        tables.removeAll(NOT_ON_PROJECTION_NODES);
        ReferenceRebuild.compare(mirror, rebuilt, tables, result);
        var raised = isSoon(() -> open(mirror).equals(open(rebuilt)));
        result.mustBeNought("open alerts that differ from a quiet node's", raised ? 0 : 1);
        result.tells("open alerts", open(mirror).size());
    }

    /** What is told comes a moment after it is raised. */
    private void told(Connection mirror, SafetyResult result) throws SQLException {
        var quiet = isSoon(() -> number(mirror, UNTOLD) == 0);
        result.mustBeNought("alerts that nobody was told of", quiet ? 0 : 1);
        result.mustBeNought("alerts told of twice", number(mirror, TOLD_TWICE));
        var delivered = Sql.texts(mirror, "select delivery_id from delivery");
        var due = number(mirror, "select coalesce(sum(cardinality(alert_ids)), 0) from delivery");
        result.tells("alerts told of", due);
        result.mustBeNought("alerts told of and not heard", due - world.told.alerts(delivered));
        result.mustBeNought("messages under another id", world.told.messages() - delivered.size());
    }

    /**
     * What is complained of. Not which episode: whoever looked on while it was told may have begun
     * one at an earlier event.
     */
    private static List<String> open(Connection database) throws SQLException {
        return Sql.texts(
                database,
                """
                select   concat_ws(' ', partnership_id, rule, subject)
                from     alert
                where    status = 'OPEN'
                order by 1
                """);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(Sql.texts(connection, sql).getFirst());
    }

    private static boolean isSoon(Callable<Boolean> condition) {
        try {
            await().atMost(PATIENCE).until(condition);
            return true;
        } catch (ConditionTimeoutException _) {
            return false;
        }
    }
}
