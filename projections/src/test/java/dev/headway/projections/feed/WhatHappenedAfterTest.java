package dev.headway.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.projections.audit.AccessForTests;
import dev.headway.projections.log.ChosenEvents;
import dev.headway.projections.log.EventDecoder;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventRevisions;
import dev.headway.projections.log.EventTable;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.log.ReadableEvents;
import dev.headway.projections.log.StoredEventLog;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.projections.querying.QuestionClient.Answer;
import dev.headway.testing.DrivenClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatHappenedAfterTest {

    private static final Executor VIRTUAL = Thread::startVirtualThread;
    private static final int A_LOT = 600_000;

    private final EventTable table = new EventTable();
    private final EventReads reads = new EventReads(table.database);
    private final HeadSignal head = new HeadSignal();
    private final EventTypes types = new EventTypes();
    private final StoredEventLog log =
            new StoredEventLog(reads, new EventDecoder(types, EventRevisions.upcasters()), head);
    private final DrivenClock clock = new DrivenClock(Instant.parse("2026-11-30T09:00:00Z"));
    private final AccessForTests access = new AccessForTests();
    private final WaitingReaders waiting =
            new WaitingReaders(
                    log,
                    new FeedProperties(Duration.ofMinutes(1), 2, 3),
                    new SimpleMeterRegistry());
    private final QuestionClient client = client(ReadableEvents.ALL);

    @Test
    void pages_follow_each_other_to_the_end() {
        table.appendTouchpoints("p1", 7);

        assertThat(walk("limit=3")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(events("after=7")).isEmpty();
        assertThat(next(get("after=7"))).isEqualTo(7);
    }

    @Test
    void it_is_a_batch_of_cloud_events() {
        table.appendTouchpoints("p1", 1);

        var answer = get("").expect(200);

        assertThat(answer.response().getContentType())
                .isEqualTo("application/cloudevents-batch+json");
        assertThat(answer.body().at("/0/specversion").asString()).isEqualTo("1.0");
        assertThat(answer.body().at("/0/id").asString()).isEqualTo("p1@1");
    }

    @Test
    void only_what_is_chosen_is_answered() {
        table.appendTouchpoints("p1", 2);
        table.append("p2", 1, "PartnershipLaunched", "{}", "{}");
        table.appendTouchpoints("p3", 2);
        table.append("p2", 2, "PartnershipScaled", "{}", "{}");

        assertThat(events("type=PartnershipLaunched&type=dev.headway.PartnershipScaled"))
                .containsExactly(3L, 6L);
        assertThat(events("partnership=p3&partnership=p2")).containsExactly(3L, 4L, 5L, 6L);
        assertThat(events("partnership=p2&type=PartnershipScaled&after=3")).containsExactly(6L);
        assertThat(events("partnership=p2&partnership=p3&limit=2")).containsExactly(3L, 4L);
        assertThat(events("partnership=nobody")).isEmpty();
    }

    @Test
    void where_there_is_nothing_of_it_the_position_moves_all_the_same() {
        table.appendTouchpoints("p1", 5);

        assertThat(next(get("type=PartnershipSunset"))).isEqualTo(5);
        assertThat(next(get("partnership=p2&after=2"))).isEqualTo(5);
    }

    @Test
    void a_page_is_bounded_in_bytes_and_a_larger_event_comes_alone() {
        for (int version = 1; version <= 4; version++) {
            table.append("p1", version, "JointWinRecorded", large(version == 3 ? 3 : 1), "{}");
        }

        assertThat(events("")).containsExactly(1L);
        assertThat(walk("limit=200")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whoever_waits_is_answered_when_it_happens() {
        table.appendTouchpoints("p1", 1);
        var answer = asking("after=1&wait=60&type=PartnershipLaunched");
        await().until(() -> waiting.count() == 1);

        append("p2", 1, "TouchpointRecorded"); // which it does not ask for
        append("p2", 2, "PartnershipLaunched");

        var answered = answer.join().expect(200);
        assertThat(positions(answered)).containsExactly(3L);
        assertThat(next(answered)).isEqualTo(3);
        assertThat(waiting.count()).isZero();
    }

    @Test
    void nobody_waits_for_what_is_there() {
        table.appendTouchpoints("p1", 1);

        assertThat(events("after=0&wait=60")).containsExactly(1L);
    }

    @Test
    void when_headway_stops_whoever_waits_is_answered() {
        var one = asking("wait=60");
        var other = asking("wait=60");
        await().until(() -> waiting.count() == 2);

        waiting.stop();

        assertThat(one.join().expect(200).body()).isEmpty();
        assertThat(other.join().expect(200).body()).isEmpty();
        assertThat(events("wait=60")).isEmpty();
    }

    @Test
    void some_may_wait_and_one_more_is_told_to_come_again() {
        asking("wait=60");
        asking("wait=60");
        await().until(() -> waiting.count() == 2);

        var third = get("wait=60").expect(429);
        assertThat(third.response().getHeader("Retry-After")).isEqualTo("5");

        CompletableFuture.supplyAsync(
                () -> client.as("another").get("/api/v1/events?wait=60"), VIRTUAL);
        await().until(() -> waiting.count() == 3);
        client.as("a third").get("/api/v1/events?wait=60").expect(429);
        waiting.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=one",
                "after=1.0",
                "after=99999999999999999999",
                "after=1",
                "after=0&after=0",
                "after=",
                "limit=0",
                "limit=201",
                "limit=many",
                "wait=61",
                "wait=-1",
                "wait=1m",
                "wait=0.5",
                "wait=",
                "type=",
                "type=Nothing",
                "type=dev.headway.Watermark",
                "type=partnershiplaunched",
                "type=%00",
                "partnership=",
                "partnership=%00",
                "before=7",
                "cursor=abc"
            })
    void what_cannot_be_is_refused(String query) {
        var answer = get(query).expect(400);

        assertThat(answer.body().at("/errors/0/pointer").asString())
                .isEqualTo("?" + query.replaceAll("=.*", ""));
        assertThat(access.noted).isEmpty();
    }

    @Test
    void too_many_choices_are_refused() {
        get("partnership=p&".repeat(101) + "limit=1").expect(400);
        get("partnership=" + "p".repeat(201)).expect(400);
    }

    @Test
    void a_mirror_that_is_behind_says_so() {
        table.appendTouchpoints("p1", 1);

        client(ReadableEvents.MIRRORED).get("/api/v1/events?after=7").expect(503);
    }

    @Test
    void what_was_written_is_in_it_or_it_says_that_it_is_not() {
        table.appendTouchpoints("p1", 2);

        assertThat(client.get("/api/v1/events", "Headway-Position", "2").expect(200).body())
                .hasSize(2);
        client.get("/api/v1/events", "Headway-Position", "two").expect(400);
    }

    @Test
    void who_reads_is_noted_once_a_day_for_each_choice() {
        table.appendTouchpoints("p1", 2);
        get("after=1");
        get("after=2");
        get("after=2&type=PartnershipLaunched");
        client.as("another").get("/api/v1/events");
        assertThat(access.noted)
                .containsExactly(
                        "events after 1: ",
                        "events after 2: type=PartnershipLaunched",
                        "events after 0: ");

        clock.advance(Duration.ofHours(25));
        get("after=2");

        assertThat(access.noted).hasSize(4);
    }

    private QuestionClient client(ReadableEvents readable) {
        return new QuestionClient(
                table.database,
                new WhatHappenedAfter(
                        new EventFeed(reads, new ChosenEvents(table.database, ReadableEvents.ALL)),
                        new OpenedEvents(
                                types, Optional.empty(), Optional.empty(), URI.create("/headway")),
                        types,
                        log,
                        readable,
                        new NotedReaders(access, clock),
                        waiting,
                        new FairReads(2)));
    }

    private void append(String stream, long version, String type) {
        table.append(stream, version, type, "{}", "{}");
        head.advanceTo(reads.head());
    }

    private CompletableFuture<Answer> asking(String query) {
        return CompletableFuture.supplyAsync(() -> get(query), VIRTUAL);
    }

    private Answer get(String query) {
        return client.get("/api/v1/events?" + query);
    }

    private List<Long> events(String query) {
        return positions(get(query).expect(200));
    }

    /** Page after page, until there is none. */
    private List<Long> walk(String query) {
        var all = new ArrayList<Long>();
        long after = 0;
        for (var page = get(query); !page.expect(200).body().isEmpty(); ) {
            all.addAll(positions(page));
            after = next(page);
            page = get(query + "&after=" + after);
        }
        return all;
    }

    private static long next(Answer answer) {
        return Long.parseLong(String.valueOf(answer.response().getHeader("Headway-Position")));
    }

    private static List<Long> positions(Answer answer) {
        return answer.body()
                .valueStream()
                .map(event -> Long.parseLong(event.get("sequence").asString()))
                .toList();
    }

    private static String large(int times) {
        return "{\"summary\":\"" + "x".repeat(times * A_LOT) + "\"}";
    }
}
