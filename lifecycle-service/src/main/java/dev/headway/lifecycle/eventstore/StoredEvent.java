package dev.headway.lifecycle.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A row of table {@code event}, in the form in which Axon reads events. */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record StoredEvent(
        long position,
        String stream,
        String streamType,
        long version,
        String eventId,
        String type,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata,
        Instant recordedAt)
        implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    /** The columns that {@link #of} expects, in its order. */
    static final String COLUMNS =
            """
            position, stream, stream_type, version, event_id, type, revision, payload, metadata, recorded_at
            """;

    static StoredEvent of(ResultSet row, int rowNumber) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getType() {
        return streamType;
    }

    @Override
    public String getAggregateIdentifier() {
        return stream;
    }

    @Override
    public long getSequenceNumber() {
        return version - 1;
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadata, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, type, revision);
    }
}
