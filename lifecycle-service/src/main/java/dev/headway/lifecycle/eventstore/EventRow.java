package dev.headway.lifecycle.eventstore;

import java.time.Instant;

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
        Instant effectiveAt) {}
