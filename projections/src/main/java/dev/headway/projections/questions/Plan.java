package dev.headway.projections.questions;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.projections.log.RecordedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one partnership's present life, and every time one of them slipped. A revival begins
 * with an empty plan.
 *
 * @param life how often it was revived, from 0
 * @param version the partnership's version of the newest event that concerned the plan
 */
record Plan(
        String partnershipId,
        String name,
        int life,
        List<Step> steps,
        List<Slip> slips,
        long version) {

    private static final int THREE = 3;

    /** Whether the plan, or how the partnership is called, depends on such events. */
    static boolean dependsOn(PartnershipEvent event) {
        return event instanceof PartnershipRegistered
                || event instanceof PartnershipRenamed
                || event instanceof PartnershipRevived
                || event instanceof StepPlanned
                || event instanceof StepCompleted
                || event instanceof StepRescheduled
                || event instanceof StepDropped;
    }

    /** The plan after an event; null stands for a partnership that is not known yet. */
    static @Nullable Plan after(@Nullable Plan plan, RecordedEvent recorded) {
        if (plan == null) {
            return recorded.event() instanceof PartnershipRegistered registered
                    ? new Plan(
                            recorded.stream(),
                            registered.name(),
                            0,
                            List.of(),
                            List.of(),
                            recorded.version())
                    : null;
        }
        return recorded.version() > plan.version ? plan.on(recorded) : plan;
    }

    private Plan on(RecordedEvent recorded) {
        var version = recorded.version();
        return switch (recorded.event()) {
            case PartnershipRenamed e ->
                    new Plan(partnershipId, e.name(), life, steps, slips, version);
            case PartnershipRevived _ ->
                    new Plan(partnershipId, name, life + 1, List.of(), List.of(), version);
            case StepPlanned e -> with(plus(steps, Step.of(e)), slips, version);
            case StepCompleted e ->
                    with(
                            changed(
                                    e.stepId(),
                                    step -> step.closed(Step.DONE, e.effectiveAt(), e.outcome())),
                            slips,
                            version);
            case StepDropped e ->
                    with(
                            changed(
                                    e.stepId(),
                                    step -> step.closed(Step.DROPPED, e.effectiveAt(), e.reason())),
                            slips,
                            version);
            case StepRescheduled e ->
                    with(
                            changed(e.stepId(), step -> step.due(e.dueOn())),
                            slipped(recorded, e),
                            version);
            default -> this;
        };
    }

    /** The open steps, soonest due first. */
    List<Step> open() {
        return steps.stream()
                .filter(Step::isOpen)
                .sorted(Comparator.comparing(Step::dueOn).thenComparing(Step::stepId))
                .toList();
    }

    /** How many of the next three steps are secured. */
    int secured() {
        return Math.min(THREE, open().size());
    }

    private List<Slip> slipped(RecordedEvent recorded, StepRescheduled event) {
        return steps.stream()
                .filter(step -> step.stepId().equals(event.stepId()))
                .findFirst()
                .map(
                        step ->
                                plus(
                                        slips,
                                        new Slip(
                                                recorded.position(),
                                                step.stepId(),
                                                step.title(),
                                                step.dueOn(),
                                                event.dueOn(),
                                                event.reason(),
                                                event.effectiveAt(),
                                                recorded.provenance().actor())))
                .orElse(slips);
    }

    private List<Step> changed(String stepId, UnaryOperator<Step> change) {
        return steps.stream()
                .map(step -> step.stepId().equals(stepId) ? change.apply(step) : step)
                .toList();
    }

    private Plan with(List<Step> steps, List<Slip> slips, long version) {
        return new Plan(partnershipId, name, life, steps, slips, version);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        var longer = new ArrayList<>(list);
        longer.add(Objects.requireNonNull(element));
        return List.copyOf(longer);
    }
}
