package dev.headway.lifecycle.eventstore;

import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.StoredEvent;
import dev.headway.projections.tracing.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's way into table {@code event}. Appending waits until the group that the events joined is
 * committed; reading goes page by page. A version is Axon's sequence number plus one, a tracking
 * token is a plain position: positions are in commit order, so there are no gaps to remember.
 */
final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    static final int PAGE = 500;

    /** The pages after the first: whose life is as long is read in few statements. */
    private static final int LONG_PAGE = 8 * PAGE;

    private final GroupAppender appender;
    private final EventReads reads;
    private final SnapshotStore snapshots;
    private final Clock clock;
    private final Traces traces;

    PostgresEventStorageEngine(
            GroupAppender appender,
            EventReads reads,
            SnapshotStore snapshots,
            Clock clock,
            Traces traces,
            EventSerializer serializer,
            EventUpcaster upcasters) {
        super(
                new Builder() {}.batchSize(PAGE)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .snapshotFilter(new SnapshotRevisionFilter(serializer))
                        .upcasterChain(upcasters));
        this.appender = appender;
        this.reads = reads;
        this.snapshots = snapshots;
        this.clock = clock;
        this.traces = traces;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var rows = new ArrayList<EventRow>(events.size());
        for (var event : events) {
            var row = EventRow.of(event, serializer, clock);
            if (row.size() > EventRow.MOST_BYTES) {
                throw new EventTooLargeException(row);
            }
            rows.add(row);
        }
        try (var _ = traces.begin("append")) {
            append(rows);
        }
    }

    private void append(List<EventRow> rows) {
        if (AppendContext.CURRENT.isBound()) {
            var context = AppendContext.CURRENT.get();
            context.appended(appender.append(rows, context.idempotencyRow(commandResult())));
        } else {
            appender.append(rows, null);
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return snapshots.newest(stream).map(StoredEventData::new).stream();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String stream, long firstSequenceNumber, int limit) {
        var page = firstSequenceNumber == 0 ? limit : Math.max(limit, LONG_PAGE);
        return data(reads.ofStream(stream, firstSequenceNumber + 1, page));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken token, int limit) {
        return data(reads.after(token == null ? 0 : token.position().orElse(0), limit));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return reads.lastVersion(stream).map(version -> version - 1);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reads.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(reads.before(instant));
    }

    private static List<StoredEventData> data(List<StoredEvent> page) {
        return page.stream().map(StoredEventData::new).toList();
    }

    /** What the command handler gave back; the unit of work knows it before it commits. */
    private static @Nullable Object commandResult() {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        var result = CurrentUnitOfWork.get().getExecutionResult();
        return result == null ? null : result.getResult().getPayload();
    }
}
