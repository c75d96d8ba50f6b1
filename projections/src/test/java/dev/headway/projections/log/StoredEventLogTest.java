package dev.headway.projections.log;

import static dev.headway.projections.log.EventTable.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoredEventLogTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final EventTable events = new EventTable();
    private final HeadSignal headSignal = new HeadSignal();
    private final NotificationListener hearingOnlyNotifications =
            new NotificationListener(events.database, headSignal, AN_HOUR);
    private final EventLog log =
            new StoredEventLog(
                    new EventReads(events.database),
                    new EventDecoder(new EventTypes(), EventRevisions.upcasters()),
                    headSignal);

    @AfterEach
    void close() {
        hearingOnlyNotifications.close();
    }

    @Test
    void an_event_is_told_with_all_that_stands_beside_it() {
        events.append(
                "p1",
                1,
                "TouchpointRecorded",
                """
                {"kind":"JOINT_CALL","summary":"call","effectiveAt":"2026-11-19T10:15:30Z"}""",
                """
                {"actor":"mia","actorId":"p-1","actorName":"Mia Holm","role":"MANAGER","through":"desk-bot","channel":"API",
                 "reason":"because","correlationId":"deal-1","requestId":"request-1","traceId":"something else"}""");

        assertThat(log.after(0, 10))
                .containsExactly(
                        new RecordedEvent(
                                1,
                                "p1@1",
                                "p1",
                                1,
                                new TouchpointRecorded(
                                        "JOINT_CALL",
                                        "call",
                                        null,
                                        Instant.parse("2026-11-19T10:15:30Z")),
                                NOW,
                                new Provenance(
                                        "mia",
                                        "p-1",
                                        "Mia Holm",
                                        "MANAGER",
                                        "desk-bot",
                                        "API",
                                        "because",
                                        "deal-1",
                                        "request-1",
                                        null,
                                        null)));
    }

    @Test
    void what_has_no_caller_is_headways_own_doing() {
        events.appendTouchpoints("p1", 1);

        assertThat(log.after(0, 1).getFirst().provenance())
                .isEqualTo(Provenance.of("headway", "ADMIN", "SYSTEM", ""));
    }

    @Test
    void pages_follow_each_other_by_position() {
        events.appendTouchpoints("p1", 5);

        assertThat(positions(log.after(0, 3))).containsExactly(1L, 2L, 3L);
        assertThat(positions(log.after(3, 3))).containsExactly(4L, 5L);
        assertThat(log.after(5, 3)).isEmpty();
        assertThat(log.head()).isEqualTo(5);
    }

    @Test
    void a_reader_at_the_head_is_woken_by_another_nodes_event() {
        awaitListening();
        var woken = wokenBeyond(0);

        events.appendTouchpoints("p1", 1);

        assertThat(woken).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_listener_whose_connection_broke_hears_again() {
        awaitListening();
        var woken = wokenBeyond(0);
        events.jdbc.sql(TERMINATE_LISTENERS).query().listOfRows();

        events.appendTouchpoints("p1", 1);

        assertThat(woken).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void waiting_at_the_head_ends_after_the_given_time() throws Exception {
        log.awaitBeyond(0, Duration.ofMillis(20));

        assertThat(log.after(0, 1)).isEmpty();
    }

    @Test
    void a_node_that_only_reads_needs_a_database_and_nothing_else() {
        events.appendTouchpoints("p1", 2);

        new ApplicationContextRunner()
                .withUserConfiguration(EventLogConfiguration.class)
                .withBean(DataSource.class, () -> events.database)
                .withPropertyValues("headway.event-store.poll=20ms")
                .run(
                        node -> {
                            assertThat(positions(node.getBean(EventLog.class).after(0, 10)))
                                    .containsExactly(1L, 2L);
                            var heardOf = node.getBean(HeadSignal.class);
                            await().until(() -> heardOf.head() == 2);
                        });
    }

    private static final String LISTENERS =
            """
            select count(*)
            from   pg_stat_activity
            where  datname = current_database()
            and    state   = 'idle'
            and    query like '%coalesce(max(position), 0)%'
            """;

    private static final String TERMINATE_LISTENERS =
            """
            select pg_terminate_backend(pid)
            from   pg_stat_activity
            where  datname = current_database()
            and    pid    <> pg_backend_pid()
            and    query like '%coalesce(max(position), 0)%'
            """;

    private void awaitListening() {
        await().until(() -> events.jdbc.sql(LISTENERS).query(Integer.class).single() >= 1);
    }

    private CompletableFuture<Void> wokenBeyond(long position) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        log.awaitBeyond(position, AN_HOUR);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }
}
