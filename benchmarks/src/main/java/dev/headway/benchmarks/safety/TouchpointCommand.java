package dev.headway.benchmarks.safety;

import org.jspecify.annotations.Nullable;

/**
 * One command, as it is sent and, while nobody knows what came of it, sent again.
 *
 * @param key its idempotency key, and the summary of its event
 * @param ifMatch the version it insists on, or null
 */
public record TouchpointCommand(
        String partnership, String key, String effectiveAt, @Nullable String ifMatch) {

    /** As it is sent. */
    public String body() {
        return """
               {"kind":"MESSAGE","summary":"%s","effectiveAt":"%s"}"""
                .formatted(key, effectiveAt);
    }
}
