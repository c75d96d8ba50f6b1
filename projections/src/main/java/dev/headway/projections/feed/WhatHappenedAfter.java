package dev.headway.projections.feed;

import dev.headway.contracts.AuditEvent.AskedFilter;
import dev.headway.projections.cloudevents.CloudEventBatch;
import dev.headway.projections.cloudevents.EventEnvelope;
import dev.headway.projections.feed.EventFeed.Page;
import dev.headway.projections.log.EventChoice;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.ReadableEvents;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.InvalidQueryException;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.ProjectionBehindException;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadYourWrites;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened after a position, as CloudEvents in the order of the log? Whoever has read all of
 * it may wait for the next event.
 */
@RestController
class WhatHappenedAfter {

    /** More types than there are, and more partnerships than anybody looks at one by one. */
    private static final int MOST_CHOSEN = 100;

    private static final int LONGEST_WAIT_ASKED = 60;
    private static final int PAGE = 100;
    private static final long PAGE_BYTES = 1_048_576;
    private static final Duration CATCHING_UP = Duration.ofSeconds(10);

    private final EventFeed feed;
    private final OpenedEvents opened;
    private final EventTypes types;
    private final EventLog log;
    private final ReadableEvents readable;
    private final NotedReaders readers;
    private final WaitingReaders waiting;
    private final FairReads fair;

    WhatHappenedAfter(
            EventFeed feed,
            OpenedEvents opened,
            EventTypes types,
            EventLog log,
            ReadableEvents readable,
            NotedReaders readers,
            WaitingReaders waiting,
            FairReads fair) {
        this.feed = feed;
        this.opened = opened;
        this.types = types;
        this.log = log;
        this.readable = readable;
        this.readers = readers;
        this.waiting = waiting;
        this.fair = fair;
    }

    /** What is asked for, once all of it is known to be right. */
    private record Asked(EventChoice choice, long after, int limit, Duration patience) {}

    @MayAudit
    @GetMapping("/api/v1/events")
    ResponseEntity<byte[]> answer(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = ReadYourWrites.HEADER, required = false) @Nullable String written,
            Principal caller)
            throws InterruptedException {
        var asked = asked(parameters);
        awaitWritten(written);
        requireReached(asked.after());
        readers.note(caller.getName(), asked.after(), filters(asked.choice()));
        var page = read(asked, caller.getName());
        var events = page.events().stream().map(opened::opened).toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CloudEventBatch.MEDIA_TYPE))
                .header(ReadYourWrites.HEADER, Long.toString(page.reached()))
                .body(CloudEventBatch.json(events));
    }

    private Asked asked(MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("events", parameters);
        var names =
                query.texts("type", MOST_CHOSEN).stream()
                        .map(EventEnvelope::nameOf)
                        .distinct()
                        .toList();
        if (names.stream().anyMatch(name -> types.named(name) == null)) {
            query.reject("type", "must be a type of event, as dev.headway.PartnershipLaunched");
        }
        var partnerships = query.texts("partnership", MOST_CHOSEN);
        var after = query.position("after");
        var limit = query.limit(PAGE);
        var wait = query.seconds("wait", LONGEST_WAIT_ASKED);
        query.throwIfInvalid();
        return new Asked(new EventChoice(names, partnerships), after, limit, wait);
    }

    private void awaitWritten(@Nullable String written) throws InterruptedException {
        if (written != null) {
            var position = ReadYourWrites.position(written);
            log.awaitBeyond(position - 1, CATCHING_UP);
            if (feed.head() < position) {
                throw new ProjectionBehindException(written);
            }
        }
    }

    /**
     * That there is something at the position or behind it. Who was further in a log that has lost
     * something since would miss what happened meanwhile, and had better know.
     */
    private void requireReached(long after) {
        var head = feed.head();
        if (after <= head) {
            return;
        }
        if (readable == ReadableEvents.MIRRORED) {
            throw new ProjectionBehindException(Long.toString(after));
        }
        throw new InvalidQueryException(
                "?after", "lies beyond the newest event, which is at " + head);
    }

    /** A page with something in it, or the last one that there was time for. */
    private Page read(Asked asked, String person) {
        var wait = shorter(asked.patience(), waiting.longestWait()).toNanos();
        var end = System.nanoTime() + wait;
        var page = page(asked, asked.after());
        while (page.events().isEmpty()) {
            var left = end - System.nanoTime();
            if (left <= 0 || !waiting.await(person, page.reached(), Duration.ofNanos(left))) {
                return page;
            }
            page = page(asked, page.reached());
        }
        return page;
    }

    private Page page(Asked asked, long after) {
        return fair.inTurn(
                () -> feed.page(asked.choice(), after, Long.MAX_VALUE, asked.limit(), PAGE_BYTES));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static List<AskedFilter> filters(EventChoice choice) {
        return Stream.concat(
                        choice.streams().stream().map(it -> new AskedFilter("partnership", it)),
                        choice.types().stream().map(it -> new AskedFilter("type", it)))
                .toList();
    }
}
