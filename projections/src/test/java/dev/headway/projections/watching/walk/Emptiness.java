package dev.headway.projections.watching.walk;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.SeatEvent;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Whether, after each event of a life, something is missing that its stage asks for. */
final class Emptiness {

    private Emptiness() {}

    static boolean isLaunched(Stage stage) {
        return stage == Stage.LAUNCH || stage == Stage.SCALED;
    }

    /** A seat that is asked for and held by nobody. */
    static Predicate<PartnershipEvent> of(Seat seat) {
        return new Predicate<>() {

            private Stage stage = Stage.PROSPECT;
            private boolean isFilled;

            @Override
            public boolean test(PartnershipEvent event) {
                stage = stageAfter(event, stage);
                if (event instanceof SeatEvent of && of.seat().equals(seat.name())) {
                    isFilled = of instanceof SeatFilled;
                }
                var isNeeded = stage == Stage.PILOT && seat == Seat.RELATIONSHIP;
                return !isFilled && (isNeeded || isLaunched(stage));
            }
        };
    }

    /** Fewer than three open steps. */
    static Predicate<PartnershipEvent> ofSteps() {
        return new Predicate<>() {

            private final Set<String> open = new HashSet<>();
            private Stage stage = Stage.PROSPECT;

            @Override
            public boolean test(PartnershipEvent event) {
                stage = stageAfter(event, stage);
                if (event instanceof StepPlanned e) {
                    open.add(e.stepId());
                } else if (event instanceof StepCompleted e) {
                    open.remove(e.stepId());
                } else if (event instanceof StepDropped e) {
                    open.remove(e.stepId());
                }
                return isLaunched(stage) && open.size() < 3;
            }
        };
    }

    private static Stage stageAfter(PartnershipEvent event, Stage before) {
        return event instanceof StageEntered entered ? entered.stage() : before;
    }
}
