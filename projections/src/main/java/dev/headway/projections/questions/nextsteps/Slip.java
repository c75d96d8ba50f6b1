package dev.headway.projections.questions.nextsteps;

import java.time.Instant;

/** A step that got another date. */
public record Slip(
        long position,
        String stepId,
        String title,
        Instant from,
        Instant to,
        String reason,
        Instant at,
        String actor) {}
