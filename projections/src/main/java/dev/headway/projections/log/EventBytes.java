package dev.headway.projections.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of table {@code event} as it is stored, for those whom every byte of it matters to. */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record EventBytes(
        long position,
        String streamType,
        String stream,
        long version,
        String eventId,
        String type,
        String revision,
        Instant recordedAt,
        Instant effectiveAt,
        byte[] payload,
        byte[] metadata) {

    /** The columns that {@link #of} expects, in its order. */
    static final String COLUMNS =
            """
            position, stream_type, stream, version, event_id, type, revision, recorded_at, effective_at,
            payload, metadata
            """;

    static EventBytes of(ResultSet row, int rowNumber) throws SQLException {
        return new EventBytes(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getBytes(10),
                row.getBytes(11));
    }

    /** The same row as those know it who decode it. */
    public StoredEvent stored() {
        return new StoredEvent(
                position,
                stream,
                streamType,
                version,
                eventId,
                type,
                revision,
                payload,
                metadata,
                recordedAt);
    }

    /** The same event with other texts. */
    public EventBytes with(byte[] otherPayload, byte[] otherMetadata) {
        return new EventBytes(
                position,
                streamType,
                stream,
                version,
                eventId,
                type,
                revision,
                recordedAt,
                effectiveAt,
                otherPayload,
                otherMetadata);
    }

    /** The same event at another place. */
    public EventBytes at(long place) {
        return new EventBytes(
                place,
                streamType,
                stream,
                version,
                eventId,
                type,
                revision,
                recordedAt,
                effectiveAt,
                payload,
                metadata);
    }
}
