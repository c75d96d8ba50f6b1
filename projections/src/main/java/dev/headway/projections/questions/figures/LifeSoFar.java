package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import org.jspecify.annotations.Nullable;

/** What is known of a life of a partnership so far, and what an event makes of it. */
record LifeSoFar(
        Stage stage,
        @Nullable String pattern,
        BendFigures bends,
        ClaimFigures claim,
        MilestoneFigures milestones,
        ExceptionFigures exceptions) {

    /** Nothing has happened but that it was begun, by the pattern of the life before. */
    static LifeSoFar begun(@Nullable String pattern) {
        return new LifeSoFar(
                Stage.PROSPECT,
                pattern,
                BendFigures.NONE,
                ClaimFigures.NONE,
                MilestoneFigures.NONE,
                ExceptionFigures.NONE);
    }

    LifeSoFar evolve(PartnershipEvent event) {
        return switch (event) {
            case StageEntered e -> with(e.stage());
            case PatternChosen e -> with(e.pattern());
            case BendEvent e -> with(bends.evolve(e));
            case LeverageClaimed e -> with(claim.evolve(e));
            case MeasurementTaken e -> with(claim.evolve(e));
            case JointWinRecorded e -> with(milestones.evolve(e));
            case PartnershipAnnounced e -> with(milestones.evolve(e));
            case WaiverEvent e -> with(exceptions.evolve(e, pattern));
            case StepPlanned e -> with(milestones.evolve(e));
            case DescriptionEvent _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    ParkingEvent _,
                    MotionEvent _ ->
                    this;
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ -> this;
        };
    }

    private LifeSoFar with(Stage stage) {
        return new LifeSoFar(stage, pattern, bends, claim, milestones, exceptions);
    }

    private LifeSoFar with(String pattern) {
        return new LifeSoFar(stage, pattern, bends, claim, milestones, exceptions);
    }

    private LifeSoFar with(BendFigures bends) {
        return new LifeSoFar(stage, pattern, bends, claim, milestones, exceptions);
    }

    private LifeSoFar with(ClaimFigures claim) {
        return new LifeSoFar(stage, pattern, bends, claim, milestones, exceptions);
    }

    private LifeSoFar with(MilestoneFigures milestones) {
        return new LifeSoFar(stage, pattern, bends, claim, milestones, exceptions);
    }

    private LifeSoFar with(ExceptionFigures exceptions) {
        return new LifeSoFar(stage, pattern, bends, claim, milestones, exceptions);
    }
}
