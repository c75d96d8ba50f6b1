package dev.headway.lifecycle.eventstore;

import dev.headway.contracts.HeadwayEvent;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;

/**
 * An event on its way into table {@code event}; position and recorded time are given there.
 *
 * @param version its place in the stream, from 1
 * @param effectiveAt when it happened; column-wise only, the payload keeps it in full precision
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record EventRow(
        String stream,
        String streamType,
        long version,
        String eventId,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata,
        Instant effectiveAt) {

    /** With its headers it fits into what Kafka's brokers take unless they are told otherwise. */
    static final int MOST_BYTES = 1_000_000;

    /** What it takes to store and to publish. */
    int size() {
        return payload.length + metadata.length;
    }

    /** An event as Axon publishes it; what is no fact of ours happens now. */
    static EventRow of(EventMessage<?> event, Serializer serializer, Clock clock) {
        var payload = event.serializePayload(serializer, byte[].class);
        var metadata = event.serializeMetaData(serializer, byte[].class);
        var domain = event instanceof DomainEventMessage<?> d ? d : null;
        var revision = payload.getType().getRevision();
        return new EventRow(
                domain == null ? event.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? "" : domain.getType(),
                domain == null ? 1 : domain.getSequenceNumber() + 1,
                event.getIdentifier(),
                payload.getType().getName(),
                revision == null ? "" : revision,
                payload.getData(),
                metadata.getData(),
                event.getPayload() instanceof HeadwayEvent fact
                        ? fact.effectiveAt()
                        : clock.instant());
    }
}
