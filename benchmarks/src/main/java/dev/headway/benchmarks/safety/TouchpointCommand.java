package dev.headway.benchmarks.safety;

import org.jspecify.annotations.Nullable;

/**
 * One command, as it is sent and, while nobody knows what came of it, sent again.
 *
 * @param key its idempotency key, and the summary of its event
 * @param ifMatch the version it insists on, or null
 */
record TouchpointCommand(
        String partnership, String key, String effectiveAt, @Nullable String ifMatch) {

    String body() {
        return """
               {"kind":"MESSAGE","summary":"%s","effectiveAt":"%s"}"""
                .formatted(key, effectiveAt);
    }
}
