package dev.headway.projections.questions.nextsteps;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A next step, as it stands.
 *
 * @param ownerId the owner in the directory, where they are in it
 * @param side {@code OURS} or {@code PARTNER}
 * @param status {@code OPEN}, {@code DONE} or {@code DROPPED}
 * @param closedAt when it was done or dropped, or null while it is open
 * @param outcome what came of it, or why it was dropped
 */
public record Step(
        String stepId,
        String title,
        String owner,
        @Nullable String ownerId,
        String side,
        Instant dueOn,
        String status,
        Instant plannedAt,
        @Nullable Instant closedAt,
        @Nullable String outcome) {

    static final String OPEN = "OPEN";
    static final String DONE = "DONE";
    static final String DROPPED = "DROPPED";

    static Step of(StepPlanned planned) {
        return new Step(
                planned.stepId(),
                planned.title(),
                planned.owner(),
                planned.ownerId(),
                planned.side(),
                planned.dueOn(),
                OPEN,
                planned.effectiveAt(),
                null,
                null);
    }

    @JsonIgnore
    boolean isOpen() {
        return status.equals(OPEN);
    }

    Step due(Instant on) {
        return new Step(
                stepId, title, owner, ownerId, side, on, status, plannedAt, closedAt, outcome);
    }

    Step ownedBy(String owner, @Nullable String ownerId) {
        return new Step(
                stepId, title, owner, ownerId, side, dueOn, status, plannedAt, closedAt, outcome);
    }

    Step closed(String status, Instant at, @Nullable String outcome) {
        return new Step(stepId, title, owner, ownerId, side, dueOn, status, plannedAt, at, outcome);
    }
}
