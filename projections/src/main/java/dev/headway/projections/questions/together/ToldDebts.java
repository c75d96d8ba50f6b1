package dev.headway.projections.questions.together;

import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.BendEvent;
import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.histories.EveryHistory.History;
import dev.headway.projections.questions.portfolio.DescribedPartnerships.Described;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one partnership's history leaves owed. A yes owes on our side and survives every move; steps
 * and bends end with the life that they are of.
 */
record ToldDebts(List<OwedThing> open) {

    static ToldDebts of(History history) {
        var told = new Telling(history.partnership());
        history.events().forEach(told::next);
        return told.debts();
    }

    /** One history, while it is read. */
    private static final class Telling {

        private final Described partnership;
        private final Map<String, OwedThing> steps = new LinkedHashMap<>();
        private final Map<String, OwedThing> obligations = new LinkedHashMap<>();
        private final Map<String, OwedThing> bends = new LinkedHashMap<>();
        private final Set<String> delivered = new HashSet<>();

        Telling(Described partnership) {
            this.partnership = partnership;
        }

        void next(RecordedEvent recorded) {
            var event = recorded.event();
            if (event instanceof StepEvent step) {
                next(step);
            } else if (event instanceof ObligationEvent owed) {
                next(owed);
            } else if (event instanceof BendEvent bend) {
                next(bend);
            }
            if (event instanceof StageEntered entered
                    && (entered.stage() == Stage.SUNSET || event instanceof PartnershipRevived)) {
                steps.clear();
                bends.clear();
                delivered.clear();
            }
        }

        private void next(StepEvent event) {
            switch (event) {
                case StepPlanned e -> steps.put(e.stepId(), step(e));
                case StepRescheduled e -> change(e, step -> due(step, e));
                case StepOwnerChanged e -> change(e, step -> by(step, e));
                case StepCompleted e -> steps.remove(e.stepId());
                case StepDropped e -> steps.remove(e.stepId());
            }
        }

        private void change(StepEvent event, UnaryOperator<OwedThing> change) {
            steps.computeIfPresent(event.stepId(), (_, step) -> change.apply(step));
        }

        private void next(ObligationEvent event) {
            switch (event) {
                case ObligationTaken e -> obligations.put(e.obligationId(), obligation(e));
                case ObligationDischarged e -> obligations.remove(e.obligationId());
                case ObligationHandedOver e -> obligations.remove(e.obligationId());
            }
        }

        private void next(BendEvent event) {
            switch (event) {
                case PartnershipClassified e -> {
                    bends.clear();
                    e.promised().forEach(bend -> bends.put(bend.bendId(), bend(bend)));
                }
                case BendDelivered e -> delivered.add(e.bendId());
            }
        }

        ToldDebts debts() {
            bends.keySet().removeAll(delivered);
            var open = new ArrayList<>(steps.values());
            open.addAll(obligations.values());
            open.addAll(bends.values());
            return new ToldDebts(List.copyOf(open));
        }

        private OwedThing step(StepPlanned event) {
            return new OwedThing(
                    partnership.partnershipId(),
                    partnership.name(),
                    OwedThing.Kind.STEP,
                    event.stepId(),
                    event.title(),
                    event.side(),
                    event.owner(),
                    null,
                    event.dueOn());
        }

        private static OwedThing due(OwedThing step, StepRescheduled event) {
            return new OwedThing(
                    step.partnershipId(),
                    step.partnershipName(),
                    step.kind(),
                    step.id(),
                    step.what(),
                    step.side(),
                    step.by(),
                    null,
                    event.dueOn());
        }

        private static OwedThing by(OwedThing step, StepOwnerChanged event) {
            return new OwedThing(
                    step.partnershipId(),
                    step.partnershipName(),
                    step.kind(),
                    step.id(),
                    step.what(),
                    step.side(),
                    event.owner(),
                    null,
                    step.dueOn());
        }

        private OwedThing obligation(ObligationTaken event) {
            return new OwedThing(
                    partnership.partnershipId(),
                    partnership.name(),
                    OwedThing.Kind.OBLIGATION,
                    event.obligationId(),
                    event.what(),
                    Side.OURS.name(),
                    null,
                    event.owedTo(),
                    event.dueOn());
        }

        private OwedThing bend(PromisedBend bend) {
            return new OwedThing(
                    partnership.partnershipId(),
                    partnership.name(),
                    OwedThing.Kind.BEND,
                    bend.bendId(),
                    bend.what(),
                    Side.OURS.name(),
                    null,
                    null,
                    bend.dueOn());
        }
    }
}
