package dev.headway.lifecycle.eventstore;

import dev.headway.projections.log.StoredEvent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table {@code snapshot}: the newest snapshot of each stream, so that a long life loads as fast.
 */
final class SnapshotStore {

    private static final String STORE =
            """
            insert into snapshot ( stream,  version,  recorded_at,  stream_type,  event_id,
                                   type,  revision,  payload,  metadata)
            values               (:stream, :version, :recorded_at, :stream_type, :event_id,
                                  :type, :revision, :payload, :metadata)
            on conflict (stream) do update
            set    version     = excluded.version,
                   recorded_at = excluded.recorded_at,
                   stream_type = excluded.stream_type,
                   event_id    = excluded.event_id,
                   type        = excluded.type,
                   revision    = excluded.revision,
                   payload     = excluded.payload,
                   metadata    = excluded.metadata
            where  snapshot.version < excluded.version
            """;

    private static final String NEWEST =
            """
            select 0 as position, stream, stream_type, version, event_id, type, revision, payload, metadata, recorded_at
            from   snapshot
            where  stream = :stream
            """;

    private final JdbcClient jdbc;

    SnapshotStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, String.class);
        var metadata = snapshot.serializeMetaData(serializer, String.class);
        jdbc.sql(STORE)
                .param("stream", snapshot.getAggregateIdentifier())
                .param("version", snapshot.getSequenceNumber() + 1)
                .param(
                        "recorded_at",
                        OffsetDateTime.ofInstant(snapshot.getTimestamp(), ZoneOffset.UTC))
                .param("stream_type", snapshot.getType())
                .param("event_id", snapshot.getIdentifier())
                .param("type", payload.getType().getName())
                .param("revision", payload.getType().getRevision())
                .param("payload", payload.getData())
                .param("metadata", metadata.getData())
                .update();
    }

    Optional<StoredEvent> newest(String stream) {
        return jdbc.sql(NEWEST).param("stream", stream).query(StoredEvent::of).optional();
    }
}
