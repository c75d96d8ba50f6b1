package dev.headway.lifecycle.eventstore;

/**
 * What makes two requests the same one.
 *
 * @param caller the subject of the caller's token
 * @param operation which operation, as {@code POST /partnerships/{id}/touchpoints}
 * @param key what the caller sent as {@code Idempotency-Key}
 */
public record IdempotencyKey(String caller, String operation, String key) {}
