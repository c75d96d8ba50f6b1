package dev.headway.lifecycle.eventstore;

/**
 * The response to a keyed request, in the form its writer chose.
 *
 * @param status how it went, in its writer's numbers: over HTTP the status
 * @param bytes what the writer wants back; opaque to the store and to those who dispatch commands
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record StoredResponse(int status, byte[] bytes) {}
