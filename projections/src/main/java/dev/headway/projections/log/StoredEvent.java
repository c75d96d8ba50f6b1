package dev.headway.projections.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of table {@code event}, or of {@code snapshot}, which has its columns. */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record StoredEvent(
        long position,
        String stream,
        String streamType,
        long version,
        String eventId,
        String type,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata,
        Instant recordedAt) {

    /** The columns that {@link #of} expects, in its order. */
    static final String COLUMNS =
            """
            position, stream, stream_type, version, event_id, type, revision, payload, metadata, recorded_at
            """;

    public static StoredEvent of(ResultSet row, int rowNumber) throws SQLException {
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

    StoredType storedType() {
        return new StoredType(type, revision);
    }
}
