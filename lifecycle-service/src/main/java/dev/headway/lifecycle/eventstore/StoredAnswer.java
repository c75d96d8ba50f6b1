package dev.headway.lifecycle.eventstore;

import java.time.Instant;

/**
 * The first answer to a keyed request, to be given again byte for byte.
 *
 * @param fingerprint of the request's body; another one under the same key is a caller's mistake
 * @param answer what was answered
 * @param position the log's position after the command
 * @param recordedAt when it was stored
 */
public record StoredAnswer(String fingerprint, Answer answer, long position, Instant recordedAt) {

    /**
     * An answer in the form its writer chose.
     *
     * @param status the HTTP status
     * @param bytes headers and body as the HTTP layer wants them back; opaque to the store
     */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    public record Answer(int status, byte[] bytes) {}
}
