package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people ask of a partnership, by the part of its life: the table of contents. Each command
 * brings its own rule; all meet the same aggregate.
 */
public sealed interface PartnershipCommand extends Command
        permits PartnershipCommand.ProspectCommand,
                PartnershipCommand.PilotCommand,
                PartnershipCommand.LaunchPreparationCommand,
                PartnershipCommand.LaunchedCommand,
                PartnershipCommand.MotionCommand,
                PartnershipCommand.StepCommand,
                PartnershipCommand.ObjectiveCommand,
                PartnershipCommand.ObligationCommand,
                PartnershipCommand.WaiverCommand,
                PartnershipCommand.AttestationCommand,
                PartnershipCommand.ScaleCommand,
                PartnershipCommand.MoveCommand,
                PartnershipCommand.CorrectionCommand,
                PartnershipCommand.ImportCommand {

    /**
     * Whom to work with, and why: {@code RegisterPartnership}, {@code ChoosePattern}, {@code
     * ClaimLeverage}, {@code ScreenDisqualifier}, {@code ReadTiming}, {@code ClassifyPartnership},
     * {@code DeliverBend}, {@code ParkProspect}, {@code UnparkProspect}, {@code FillSeat}, {@code
     * HandOverSeat}, {@code VacateSeat}.
     */
    non-sealed interface ProspectCommand extends PartnershipCommand {}

    /** A narrow use case, tried: {@code ScopePilot}, {@code JudgePilot}, {@code ConfirmVerdict}. */
    non-sealed interface PilotCommand extends PartnershipCommand {}

    /**
     * What has to be agreed before customers come: {@code CheckSeam}, {@code AgreeRhythm}, {@code
     * ConsentTeam}, {@code AgreeExitTerms}, {@code ConfirmExitTerms}.
     */
    non-sealed interface LaunchPreparationCommand extends PartnershipCommand {}

    /** What may be said once it is launched: {@code AnnouncePartnership}. */
    non-sealed interface LaunchedCommand extends PartnershipCommand {}

    /**
     * What is recorded for the sake of the ghost clock: {@code RecordTouchpoint}, {@code
     * RecordJointWin}, {@code TakeMeasurement}. Which events move it is for {@code
     * PartnershipEvent.MotionEvent} to say: more than these commands' do.
     */
    non-sealed interface MotionCommand extends PartnershipCommand {}

    /**
     * The next three steps: {@code PlanStep}, {@code FollowPlaybook}, {@code CompleteStep}, {@code
     * RescheduleStep}, {@code DropStep}, {@code ChangeStepOwner}, {@code HandOverStep}.
     */
    non-sealed interface StepCommand extends PartnershipCommand {}

    /**
     * What both sides work for: {@code ShareObjective}, {@code MeasureKeyResult}, {@code
     * ConfirmObjective}, {@code DropObjective}.
     */
    non-sealed interface ObjectiveCommand extends PartnershipCommand {}

    /**
     * What a yes owes: {@code TakeObligation}, {@code DischargeObligation}, {@code
     * HandOverObligation}.
     */
    non-sealed interface ObligationCommand extends PartnershipCommand {}

    /** Exceptions from a gate: {@code RequestWaiver}, {@code DecideWaiver}. */
    non-sealed interface WaiverCommand extends PartnershipCommand {}

    /** Somebody's word for what the program added to its gates: {@code AttestCriterion}. */
    non-sealed interface AttestationCommand extends PartnershipCommand {}

    /**
     * What it takes to grow, and to end well: {@code AlignIncentive}, {@code FundSeam}, {@code
     * NotifyCustomers}.
     */
    non-sealed interface ScaleCommand extends PartnershipCommand {}

    /**
     * Another stage: {@code MovePartnership} names it, and is one of {@code StartPilot}, {@code
     * LaunchPartnership}, {@code ScalePartnership}, {@code SunsetPartnership}, {@code StepBack},
     * {@code RevivePartnership}.
     */
    non-sealed interface MoveCommand extends PartnershipCommand {

        /** Why, in words; required where no gate stands in the way. */
        @Override
        @Nullable String reason();

        /** Why, as a code of the caller's own; the Sunset gate asks for one. */
        default @Nullable String reasonCode() {
            return null;
        }
    }

    /**
     * What was recorded wrongly, put right: {@code WithdrawFact}, {@code CorrectFact}, {@code
     * CorrectMoveDate}, {@code ReopenStep}, {@code DescribePartnership}, {@code AssignPartner},
     * {@code VoidPartnership}, {@code UnvoidPartnership}.
     */
    non-sealed interface CorrectionCommand extends PartnershipCommand {}

    /** A life that was lived elsewhere: {@code ImportPartnership}. */
    non-sealed interface ImportCommand extends PartnershipCommand {}

    String partnershipId();

    @Override
    default String aggregateType() {
        return "partnership";
    }

    @Override
    default String aggregateId() {
        return partnershipId();
    }

    /** Whether it may be asked of a partnership that was voided. */
    default boolean isLegalWhenVoided() {
        return false;
    }

    /** Nearly all by one handler, for a partnership that is there. */
    @Override
    default Class<?> handledAs() {
        return PartnershipCommand.class;
    }

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.MANAGER, Role.APPROVER);
    }

    /** When it happened, if not now; never in the future. */
    @Nullable Instant effectiveAt();

    /** What this comes to in a state and a context. Pure. */
    Decision decide(PartnershipState state, DecisionContext context);
}
