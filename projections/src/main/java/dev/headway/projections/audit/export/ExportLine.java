package dev.headway.projections.audit.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.headway.projections.audit.transparency.LogEntry;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event in an export. One that is not of the period, and stands there so that none can be
 * missing, has digests in the place of what it says.
 *
 * @param leaf its index in the log; none for an event that was never sealed
 * @param payload what is stored of it, byte for byte; {@code metadata} as well
 * @param payloadDigest as the log's entry has it; {@code metadataDigest} as well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "leaf",
    "position",
    "streamType",
    "stream",
    "version",
    "eventId",
    "type",
    "revision",
    "recordedAt",
    "effectiveAt",
    "payload",
    "metadata",
    "payloadDigest",
    "metadataDigest"
})
public record ExportLine(
        @Nullable Long leaf,
        long position,
        String streamType,
        String stream,
        long version,
        String eventId,
        String type,
        String revision,
        String recordedAt,
        String effectiveAt,
        @Nullable String payload,
        @Nullable String metadata,
        @Nullable String payloadDigest,
        @Nullable String metadataDigest) {

    /** An event that says what it says. */
    static ExportLine whole(@Nullable Long leaf, LogEntry entry, String payload, String metadata) {
        return of(leaf, entry, payload, metadata, null, null);
    }

    /** An event that only shows that it is there. */
    static ExportLine digest(@Nullable Long leaf, LogEntry entry) {
        return of(leaf, entry, null, null, entry.payloadDigest(), entry.metadataDigest());
    }

    private static ExportLine of(
            @Nullable Long leaf,
            LogEntry entry,
            @Nullable String payload,
            @Nullable String metadata,
            @Nullable String payloadDigest,
            @Nullable String metadataDigest) {
        return new ExportLine(
                leaf,
                entry.position(),
                entry.streamType(),
                entry.stream(),
                entry.version(),
                entry.eventId(),
                entry.type(),
                entry.revision(),
                entry.recordedAt(),
                entry.effectiveAt(),
                payload,
                metadata,
                payloadDigest,
                metadataDigest);
    }

    /** Whether everything is there that no event is without. */
    boolean namesAll() {
        return Stream.of(streamType, stream, eventId, type, revision, recordedAt, effectiveAt)
                .noneMatch(Objects::isNull);
    }

    /** Whether it says what it says. */
    public boolean saysAll() {
        return payload != null && metadata != null;
    }

    /**
     * The log's entry that it would be the leaf of.
     *
     * @throws IllegalArgumentException when something of it is missing
     */
    public LogEntry entry() {
        return new LogEntry(
                position,
                streamType,
                stream,
                version,
                eventId,
                type,
                revision,
                recordedAt,
                effectiveAt,
                digest(payload, payloadDigest),
                digest(metadata, metadataDigest));
    }

    private static String digest(@Nullable String stored, @Nullable String digest) {
        if ((stored == null) == (digest == null)) {
            throw new IllegalArgumentException("either what is stored or its digest is needed");
        }
        return stored == null
                ? String.valueOf(digest)
                : LogEntry.digest(stored.getBytes(StandardCharsets.UTF_8));
    }
}
