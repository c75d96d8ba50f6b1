package dev.headway.projections.questions.scorecards;

import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.contracts.written.DueDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a partnership, while its history is read: each is held to the day that it had when
 * it was done. What was dropped, and what an end left open, is held to none.
 */
final class PromisedSteps {

    private final ZoneId zone;
    private final Map<String, Step> open = new LinkedHashMap<>();
    private final List<Promise> done = new ArrayList<>();

    private record Step(Instant dueOn, List<String> events) {

        Step with(@Nullable Instant other, String event) {
            var more = new ArrayList<>(events);
            more.add(event);
            return new Step(other == null ? dueOn : other, more);
        }
    }

    PromisedSteps(ZoneId zone) {
        this.zone = zone;
    }

    void next(StepEvent event, String eventId) {
        switch (event) {
            case StepPlanned e -> open.put(e.stepId(), new Step(e.dueOn(), List.of(eventId)));
            case StepRescheduled e ->
                    open.computeIfPresent(e.stepId(), (_, step) -> step.with(e.dueOn(), eventId));
            case StepOwnerChanged _ -> {}
            case StepDropped e -> open.remove(e.stepId());
            case StepCompleted e -> {
                var step = open.remove(e.stepId());
                if (step != null) {
                    done.add(promise(step.with(null, eventId), e.effectiveAt()));
                }
            }
        }
    }

    /** Nothing is due any more. */
    void end() {
        open.clear();
    }

    List<Promise> all() {
        var all = new ArrayList<>(done);
        open.values().forEach(step -> all.add(promise(step, null)));
        return all;
    }

    private Promise promise(Step step, @Nullable Instant doneAt) {
        return new Promise(
                Measure.STEPS_ON_TIME, DueDay.endsAt(step.dueOn(), zone), doneAt, step.events());
    }
}
