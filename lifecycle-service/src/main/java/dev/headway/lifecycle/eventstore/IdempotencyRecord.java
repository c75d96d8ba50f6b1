package dev.headway.lifecycle.eventstore;

import java.time.Instant;

/**
 * The first response to a keyed request, to be given again byte for byte.
 *
 * @param fingerprint of the request's body; another one under the same key is a caller's mistake
 * @param response what was answered
 * @param position the log's position after the command
 * @param recordedAt when it was stored
 */
public record IdempotencyRecord(
        String fingerprint, StoredResponse response, long position, Instant recordedAt) {}
