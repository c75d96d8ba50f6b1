package dev.headway.projections.questions.nextsteps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An open step somewhere in the portfolio. */
public record OpenStep(
        String stepId,
        String partnershipId,
        String partnershipName,
        String title,
        String owner,
        @Nullable String ownerId,
        String side,
        Instant dueOn,
        boolean overdue) {}
