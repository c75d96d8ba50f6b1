package dev.headway.projections.questions.nextsteps;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.contracts.written.DueDay;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one partnership's present life, and every time one of them slipped. A revival begins
 * with an empty plan.
 *
 * @param life how often it was revived, from 0
 * @param ended whether the partnership is in SUNSET or voided, where no step is due any more
 * @param version the partnership's version of the newest event that concerned the plan
 */
public record Plan(
        String partnershipId,
        String name,
        int life,
        List<Step> steps,
        List<Slip> slips,
        boolean ended,
        long version) {

    /** How many steps are to be secured, before the energy dips. */
    public static final int NEXT_THREE = 3;

    /** Whether the plan, or how the partnership is called, depends on such events. */
    static boolean dependsOn(PartnershipEvent event) {
        return event instanceof PartnershipRegistered
                || event instanceof PartnershipRenamed
                || event instanceof StageEntered
                || event instanceof StepEvent;
    }

    /** The plan after an event; null stands for a partnership that is not known yet. */
    public static @Nullable Plan evolve(@Nullable Plan plan, RecordedEvent recorded) {
        if (plan == null) {
            return recorded.event() instanceof PartnershipRegistered registered
                    ? new Plan(
                            recorded.stream(),
                            registered.name(),
                            0,
                            List.of(),
                            List.of(),
                            false,
                            recorded.version())
                    : null;
        }
        return recorded.version() > plan.version ? plan.on(recorded) : plan;
    }

    private Plan on(RecordedEvent recorded) {
        var version = recorded.version();
        var event = recorded.event();
        if (event instanceof StepEvent step) {
            return new Plan(
                    partnershipId,
                    name,
                    life,
                    after(step),
                    slipped(recorded, step),
                    ended,
                    version);
        }
        if (event instanceof PartnershipRenamed renamed) {
            return new Plan(partnershipId, renamed.name(), life, steps, slips, ended, version);
        }
        if (event instanceof PartnershipRevived) {
            return new Plan(partnershipId, name, life + 1, List.of(), List.of(), false, version);
        }
        return event instanceof StageEntered entered
                ? new Plan(
                        partnershipId,
                        name,
                        life,
                        steps,
                        slips,
                        !entered.stage().isActive(),
                        version)
                : this;
    }

    private List<Step> after(StepEvent event) {
        return switch (event) {
            case StepPlanned e -> CopyOnChange.plus(steps, Step.of(e));
            case StepCompleted e ->
                    changed(e, step -> step.closed(Step.DONE, e.effectiveAt(), e.outcome()));
            case StepDropped e ->
                    changed(e, step -> step.closed(Step.DROPPED, e.effectiveAt(), e.reason()));
            case StepRescheduled e -> changed(e, step -> step.due(e.dueOn()));
            case StepOwnerChanged e -> changed(e, step -> step.ownedBy(e.owner(), e.ownerId()));
        };
    }

    /** The plan of a partnership that is voided: what was planned stays, and nothing is due. */
    Plan over() {
        return new Plan(partnershipId, name, life, steps, slips, true, version);
    }

    /** The open steps, soonest due first; none once the partnership has ended. */
    public List<Step> open() {
        return ended
                ? List.of()
                : steps.stream()
                        .filter(Step::isOpen)
                        .sorted(Comparator.comparing(Step::dueOn).thenComparing(Step::stepId))
                        .toList();
    }

    /** How many of the next three steps are open. */
    int secured() {
        return Math.min(NEXT_THREE, open().size());
    }

    /** How many of them a gate counts: those that are not over. */
    int ahead(Instant now, ZoneId zone) {
        var ahead = open().stream().filter(step -> !DueDay.isOver(step.dueOn(), now, zone)).count();
        return (int) Math.min(NEXT_THREE, ahead);
    }

    private List<Slip> slipped(RecordedEvent recorded, StepEvent event) {
        return event instanceof StepRescheduled later
                ? steps.stream()
                        .filter(step -> step.stepId().equals(later.stepId()))
                        .findFirst()
                        .map(step -> CopyOnChange.plus(slips, slip(recorded, step, later)))
                        .orElse(slips)
                : slips;
    }

    private static Slip slip(RecordedEvent recorded, Step step, StepRescheduled event) {
        return new Slip(
                recorded.position(),
                step.stepId(),
                step.title(),
                step.dueOn(),
                event.dueOn(),
                event.reason(),
                event.effectiveAt(),
                recorded.provenance().shownActor());
    }

    private List<Step> changed(StepEvent event, UnaryOperator<Step> change) {
        return CopyOnChange.update(steps, step -> step.stepId().equals(event.stepId()), change);
    }
}
