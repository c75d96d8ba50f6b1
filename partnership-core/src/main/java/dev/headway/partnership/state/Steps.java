package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.*;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The plan of a partnership: "secure the next three steps before the energy dips". */
public record Steps(PMap<String, Step> byId) {

    /** What may become of a step. */
    public enum Status {
        OPEN,
        DONE,
        DROPPED
    }

    /** One step; {@code side} is the name of a {@link dev.headway.contracts.Side}. */
    public record Step(
            String stepId,
            String title,
            String owner,
            @Nullable String ownerId,
            String side,
            Instant dueOn,
            Status status) {

        public boolean isOpen() {
            return status == Status.OPEN;
        }

        private Step with(Status status) {
            return new Step(stepId, title, owner, ownerId, side, dueOn, status);
        }

        private Step due(Instant dueOn) {
            return new Step(stepId, title, owner, ownerId, side, dueOn, status);
        }

        private Step ownedBy(String owner, @Nullable String ownerId) {
            return new Step(stepId, title, owner, ownerId, side, dueOn, status);
        }
    }

    static final Steps NONE = new Steps(HashTreePMap.empty());

    public Optional<Step> find(String stepId) {
        return Optional.ofNullable(byId.get(stepId));
    }

    /** The open steps, soonest due first. */
    public List<Step> open() {
        return byId.values().stream()
                .filter(Step::isOpen)
                .sorted(Comparator.comparing(Step::dueOn).thenComparing(Step::stepId))
                .toList();
    }

    Steps evolve(StepEvent event) {
        return switch (event) {
            case StepPlanned e ->
                    with(
                            new Step(
                                    e.stepId(),
                                    e.title(),
                                    e.owner(),
                                    e.ownerId(),
                                    e.side(),
                                    e.dueOn(),
                                    Status.OPEN));
            case StepCompleted e ->
                    find(e.stepId()).map(step -> with(step.with(Status.DONE))).orElse(this);
            case StepDropped e ->
                    find(e.stepId()).map(step -> with(step.with(Status.DROPPED))).orElse(this);
            case StepRescheduled e ->
                    find(e.stepId()).map(step -> with(step.due(e.dueOn()))).orElse(this);
            case StepOwnerChanged e ->
                    find(e.stepId())
                            .map(step -> with(step.ownedBy(e.owner(), e.ownerId())))
                            .orElse(this);
        };
    }

    private Steps with(Step step) {
        return new Steps(byId.plus(step.stepId(), step));
    }
}
