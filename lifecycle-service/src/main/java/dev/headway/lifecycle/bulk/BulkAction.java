package dev.headway.lifecycle.bulk;

import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.moves.MovePartnership;
import dev.headway.lifecycle.partnership.prospect.ParkProspect;
import dev.headway.lifecycle.partnership.seats.FillSeat;
import dev.headway.lifecycle.partnership.steps.PlanStep;
import dev.headway.lifecycle.people.Owner;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done to each partnership; the bodies are those of the calls for one. */
sealed interface BulkAction {

    /** Its command for one of them. */
    PartnershipCommand on(String partnershipId);

    /** What can be asked for. */
    enum Kind {
        MOVE,
        PLAN_STEP,
        HAND_OVER,
        PARK
    }

    /** A move, through the gate of each. */
    record Move(MoveBody body) implements BulkAction {

        @Override
        public PartnershipCommand on(String id) {
            return new MovePartnership(
                    id, body.to(), body.reason(), body.reasonCode(), body.effectiveAt());
        }
    }

    /**
     * The same step, planned in each.
     *
     * @param ids where each step's id comes from
     */
    record PlanSteps(StepBody body, Owner owner, StepIds ids) implements BulkAction {

        @Override
        public PartnershipCommand on(String id) {
            return new PlanStep(
                    id,
                    ids.next(),
                    body.title(),
                    owner,
                    body.side(),
                    body.dueOn(),
                    body.effectiveAt());
        }
    }

    /** Our person in the RELATIONSHIP seat is somebody else from now on. */
    record HandOver(Owner to) implements BulkAction {

        @Override
        public PartnershipCommand on(String id) {
            return new FillSeat(id, Seat.RELATIONSHIP, to, Side.OURS, null);
        }
    }

    /** Parked until a date; prospects only. */
    record Park(ParkBody body) implements BulkAction {

        @Override
        public PartnershipCommand on(String id) {
            return new ParkProspect(id, body.until(), body.reason(), body.effectiveAt());
        }
    }

    /** New ids. */
    @FunctionalInterface
    interface StepIds {
        String next();
    }

    record MoveBody(
            @NotNull Stage to,
            @Nullable @Size(max = 4000) String reason,
            @Nullable @Size(max = 100) String reasonCode,
            @Nullable Instant effectiveAt) {}

    @OneOf({"owner", "ownerId"})
    record StepBody(
            @NotBlank @Size(max = 200) String title,
            @Nullable @Line String owner,
            @Nullable @Size(max = 200) String ownerId,
            @NotNull Side side,
            @NotNull Instant dueOn,
            @Nullable Instant effectiveAt) {}

    @OneOf({"owner", "ownerId"})
    record HandOverBody(
            @Nullable @Line String owner,
            @Nullable @Size(max = 200) String ownerId,
            @NotBlank @Size(max = 4000) String reason) {}

    record ParkBody(
            @NotNull Instant until,
            @NotBlank @Size(max = 4000) String reason,
            @Nullable Instant effectiveAt) {}
}
