package dev.headway.projections.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.TouchpointKind;
import dev.headway.projections.changes.ChangeFeed.Listener;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.retention.LegalHold;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who listens is told of everything, once pages show it, and whoever was away is told later. */
class ChangeFeedTest {

    private static final Instant NOW = Instant.parse("2026-11-19T10:15:30Z");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int ROOM = 100;
    private static final int NEW = -1;

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Positions positions = new Positions(database);
    private final AlertChangeTable alerts = new AlertChangeTable(database, new LegalHold(false));
    private final ChangeFeed feed = new ChangeFeed(log, positions, alerts);

    @Test
    void nobody_is_told_before_pages_show_it() throws InterruptedException {
        try (var listener = feed.listen(NEW, ROOM)) {
            touched("reef");

            assertThat(listener.queue().take(Duration.ofMillis(400)).isEmpty()).isTrue();
            shown();
            assertThat(told(listener, 1)).containsExactly("PARTNERSHIP reef 10");
        }
    }

    @Test
    void a_step_changes_its_partnership_as_well() throws InterruptedException {
        try (var listener = feed.listen(NEW, ROOM)) {
            log.happened("reef", new StepDropped("train", "Done elsewhere", NOW));
            shown();

            assertThat(told(listener, 2)).containsExactly("STEP train 10", "PARTNERSHIP reef 10");
        }
    }

    @Test
    void an_alert_has_no_event_and_is_told_all_the_same() throws InterruptedException {
        touched("reef");
        shown();
        try (var listener = feed.listen(NEW, ROOM)) {
            var raised = raised("reef");
            assertThat(told(listener, 1)).containsExactly("ALERT " + raised + " 10");

            database.sql("update alert set status = 'RESOLVED'").update();
            assertThat(told(listener, 1)).containsExactly("ALERT " + raised + " 10");
        }
    }

    @Test
    void an_answer_is_an_event_and_is_told_once() {
        raised("reef");
        var before = alerts.last();

        database.sql("update alert set version = 1, owner = 'Maria'").update();
        database.sql("update alert set version = 1").update();

        assertThat(alerts.last()).isEqualTo(before);
    }

    @Test
    void whoever_comes_back_is_told_what_they_missed_and_nothing_older() {
        touched("reef", "kelp");
        shown();
        raised("reef");
        log.happened("cove", touchpoint());
        log.happened("cove", touchpoint());
        shown();
        var later = raised("kelp");

        try (var back = feed.listen(20, ROOM)) {
            assertThat(words(back.missed().changes()))
                    .endsWith("PARTNERSHIP cove 40")
                    .contains("ALERT " + later + " 20")
                    .noneMatch(each -> each.contains("PARTNERSHIP reef"))
                    .hasSize(3);
        }
    }

    @Test
    void an_alert_that_was_being_raised_while_they_were_told_is_not_lost() throws Exception {
        touched("reef");
        shown();
        raised("elsewhere");
        try (var raising = source.getConnection()) {
            raising.setAutoCommit(false);
            var alert = raise(raising, "reef");
            touched("kelp");
            shown();
            try (var listener = feed.listen(10, ROOM)) {
                assertThat(words(listener.missed().changes())).contains("PARTNERSHIP kelp 20");
            }
            raising.commit();
            try (var back = feed.listen(20, ROOM)) {
                assertThat(words(back.missed().changes())).contains("ALERT " + alert + " 20");
            }
        }
    }

    @Test
    void alerts_are_numbered_in_the_order_of_their_commits() throws Exception {
        try (var first = source.getConnection();
                var second = source.getConnection()) {
            first.setAutoCommit(false);
            var one = raise(first, "reef");
            var other = CompletableFuture.supplyAsync(() -> raise(second, "kelp"));
            await().atMost(SOON).until(this::isSomebodyWaiting);
            assertThat(alerts.last()).isZero();
            first.commit();

            assertThat(List.of(one, other.get()))
                    .isEqualTo(
                            alerts.after(0, ROOM).stream()
                                    .map(AlertChangeTable.AlertChange::alertId)
                                    .toList());
        }
    }

    @Test
    void whoever_missed_too_much_asks_for_everything_anew() {
        for (int i = 0; i <= MissedChanges.MAX_EVENTS; i++) {
            log.happened("reef-" + i, touchpoint());
        }
        shown();

        try (var back = feed.listen(0, ROOM);
                var ahead = feed.listen(log.head() + 1, ROOM)) {
            assertThat(back.missed().isTooMuch()).isTrue();
            assertThat(back.missed().position()).isEqualTo(log.head());
            assertThat(ahead.missed().isTooMuch()).isTrue();
        }
    }

    @Test
    void what_was_deleted_is_not_passed_over_in_silence() {
        raised("reef");
        raised("kelp");
        database.sql("update alert_change set changed_at = changed_at - interval '2 days'")
                .update();
        alerts.deleteOld();

        try (var back = feed.listen(0, ROOM)) {
            assertThat(back.missed().isTooMuch()).isTrue();
        }
    }

    @Test
    void a_slow_reader_is_told_to_ask_anew_and_then_goes_on() throws InterruptedException {
        try (var listener = feed.listen(NEW, 3)) {
            touched("a", "b", "c", "d");
            shown();
            await().atMost(SOON).until(() -> isSeenUpTo(40));

            var waiting = listener.queue().take(SOON);
            assertThat(waiting.isTooMuch()).isTrue();
            assertThat(waiting.changes()).isEmpty();
            assertThat(waiting.position()).isEqualTo(40);

            touched("e");
            shown();
            assertThat(told(listener, 1)).containsExactly("PARTNERSHIP e 50");
        }
    }

    @Test
    void what_changes_again_before_it_is_told_is_told_once() throws InterruptedException {
        try (var listener = feed.listen(NEW, 3)) {
            touched("a", "b", "a", "a", "b", "a");
            shown();
            await().atMost(SOON).until(() -> isSeenUpTo(60));

            assertThat(told(listener, 2)).containsExactly("PARTNERSHIP b 50", "PARTNERSHIP a 60");
        }
    }

    @Test
    void nothing_is_read_while_nobody_listens() {
        var looks = new AtomicInteger();
        var counted = new ChangeFeed(counting(looks), positions, alerts);
        assertThat(looks.get()).isZero();

        counted.listen(NEW, ROOM).close();
        try (var again = counted.listen(NEW, ROOM)) {
            assertThat(again.missed().isEmpty()).isTrue();
            await().atMost(SOON).until(() -> looks.get() > 2);
        }

        assertThat(counted.listeners()).isZero();
        var last = new AtomicInteger(-1);
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(() -> looks.get() == last.getAndSet(looks.get()));
    }

    private EventLog counting(AtomicInteger looks) {
        return new EventLog() {
            @Override
            public List<RecordedEvent> after(long position, int limit) {
                return log.after(position, limit);
            }

            @Override
            public List<RecordedEvent> ofStream(String stream, long from, long to) {
                return log.ofStream(stream, from, to);
            }

            @Override
            public Map<String, List<RecordedEvent>> ofShortStreams(Collection<String> streams) {
                return log.ofShortStreams(streams);
            }

            @Override
            public long head() {
                return log.head();
            }

            @Override
            public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
                looks.incrementAndGet();
                log.awaitBeyond(position, atMost);
            }
        };
    }

    private boolean isSeenUpTo(long position) {
        try (var other = feed.listen(NEW, ROOM)) {
            return other.missed().position() >= position;
        }
    }

    private boolean isSomebodyWaiting() {
        return database.sql(
                        """
                        select exists (select
                                       from   pg_locks
                                       where  locktype = 'advisory'
                                       and    not granted)
                        """)
                .query(Boolean.class)
                .single();
    }

    private void touched(String... partnerships) {
        for (var each : partnerships) {
            log.happened(each, touchpoint());
        }
    }

    private static TouchpointRecorded touchpoint() {
        return new TouchpointRecorded(TouchpointKind.JOINT_CALL.name(), "Agreed", null, NOW);
    }

    /** What was stored is in what pages show. */
    private void shown() {
        for (var each : List.of("portfolio", "next-steps", "program", "watching")) {
            positions.advance(each, log.head());
        }
    }

    private UUID raised(String partnership) {
        try (var connection = source.getConnection()) {
            return raise(connection, partnership);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID raise(Connection connection, String partnership) {
        var id = UUID.randomUUID();
        var insert =
                """
                insert into alert (alert_id, partnership_id, partnership_name, rule, subject,
                                   severity, anchor_event_id, anchor_type, anchor_at, due_at,
                                   raised_at, status)
                values (?, ?, 'Reef', 'ghost-town', ?, 'HIGH', 'e-1', 'TouchpointRecorded',
                        now(), now(), now(), 'OPEN')
                """;
        try (var statement = connection.prepareStatement(insert)) {
            statement.setObject(1, id);
            statement.setString(2, partnership);
            statement.setString(3, id.toString());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private static List<String> told(Listener listener, int things) throws InterruptedException {
        var told = new ArrayList<String>();
        var until = System.nanoTime() + SOON.toNanos();
        while (told.size() < things && System.nanoTime() < until) {
            told.addAll(words(listener.queue().take(SOON).changes()));
        }
        return told;
    }

    private static List<String> words(List<Change> changes) {
        return changes.stream()
                .map(each -> "%s %s %d".formatted(each.kind(), each.id(), each.position()))
                .toList();
    }
}
