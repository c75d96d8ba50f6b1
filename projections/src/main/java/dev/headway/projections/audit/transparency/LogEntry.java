package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * What an event is in the tree: twelve lines, of which the last two are digests of what it says, so
 * that a witness sees nothing of it. A leaf's index is not the position: it is in the entry.
 *
 * @param recordedAt as {@link #spelled}; {@code effectiveAt} as well
 * @param payloadDigest SHA-256 in Base64 of the stored bytes; {@code metadataDigest} as well
 */
public record LogEntry(
        long position,
        String streamType,
        String stream,
        long version,
        String eventId,
        String type,
        String revision,
        String recordedAt,
        String effectiveAt,
        String payloadDigest,
        String metadataDigest) {

    private static final String FIRST_LINE = "headway-event/v1";

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** As an entry has an instant: {@code 2026-11-28T14:00:00.000000Z}. */
    public static String spelled(Instant instant) {
        return INSTANT.format(instant);
    }

    /** As an entry has what an event says. */
    public static String digest(byte[] stored) {
        return Base64.getEncoder().encodeToString(TreeHash.sha256().digest(stored));
    }

    /**
     * The entry itself.
     *
     * @throws IllegalArgumentException when a field holds the end of a line
     */
    public byte[] bytes() {
        var lines =
                List.of(
                        FIRST_LINE,
                        Long.toString(position),
                        streamType,
                        stream,
                        Long.toString(version),
                        eventId,
                        type,
                        revision,
                        recordedAt,
                        effectiveAt,
                        payloadDigest,
                        metadataDigest);
        if (lines.stream().anyMatch(line -> line.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException(
                    "The event at position " + position + " has the end of a line in a field");
        }
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    /** The hash of its leaf. */
    public TreeHash hash() {
        return TreeHash.ofLeaf(bytes());
    }
}
