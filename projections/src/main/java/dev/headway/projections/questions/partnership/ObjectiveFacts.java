package dev.headway.projections.questions.partnership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.WordedObjective;
import dev.headway.contracts.Side;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What both sides work for in the present life, in the order in which it was shared. */
record ObjectiveFacts(List<Objective> objectives) {

    static final ObjectiveFacts NONE = new ObjectiveFacts(List.of());

    /**
     * One objective.
     *
     * @param sharedAt since when it is worded as it is
     * @param confirmations by side, of these words
     * @param reason why it was dropped, or null
     */
    record Objective(
            String objectiveId,
            String title,
            String status,
            Instant sharedAt,
            Map<String, Confirmation> confirmations,
            @Nullable String reason,
            @JsonIgnore List<KeyResult> worded,
            @JsonIgnore List<KeyResultValue> values) {

        private static Objective of(WordedObjective event, List<KeyResultValue> values) {
            return new Objective(
                    event.objectiveId(),
                    event.title(),
                    "OPEN",
                    event.effectiveAt(),
                    Map.of(),
                    null,
                    event.keyResults(),
                    values);
        }

        /** Whether both sides have confirmed it as it stands. */
        @JsonProperty
        boolean confirmed() {
            return Arrays.stream(Side.values())
                    .map(Side::name)
                    .allMatch(confirmations::containsKey);
        }

        @JsonProperty
        List<KeyResultProgress> keyResults() {
            return worded.stream().map(each -> KeyResultProgress.of(each, values)).toList();
        }

        private Objective with(ObjectiveConfirmed event) {
            return event.saysAs(title, worded)
                    ? new Objective(
                            objectiveId,
                            title,
                            status,
                            sharedAt,
                            CopyOnChange.plus(
                                    confirmations,
                                    event.side(),
                                    new Confirmation(event.by(), event.effectiveAt())),
                            reason,
                            worded,
                            values)
                    : this;
        }

        private Objective with(KeyResultMeasured event) {
            return worded.stream()
                    .filter(each -> each.id().equals(event.keyResultId()))
                    .findFirst()
                    .map(each -> with(KeyResultValue.of(event, each.unit())))
                    .orElse(this);
        }

        private Objective with(KeyResultValue value) {
            return new Objective(
                    objectiveId,
                    title,
                    status,
                    sharedAt,
                    confirmations,
                    reason,
                    worded,
                    CopyOnChange.plus(values, value));
        }

        private Objective dropped(String why) {
            return new Objective(
                    objectiveId, title, "DROPPED", sharedAt, confirmations, why, worded, values);
        }
    }

    ObjectiveFacts evolve(ObjectiveEvent event) {
        return switch (event) {
            case ObjectiveShared e ->
                    new ObjectiveFacts(
                            CopyOnChange.replaceIf(
                                    objectives,
                                    each -> each.objectiveId().equals(e.objectiveId()),
                                    Objective.of(e, List.of())));
            case ObjectiveChanged e -> changed(e, objective -> Objective.of(e, objective.values()));
            case ObjectiveConfirmed e -> changed(e, objective -> objective.with(e));
            case KeyResultMeasured e -> changed(e, objective -> objective.with(e));
            case ObjectiveDropped e -> changed(e, objective -> objective.dropped(e.reason()));
        };
    }

    private ObjectiveFacts changed(ObjectiveEvent event, UnaryOperator<Objective> change) {
        return new ObjectiveFacts(
                CopyOnChange.update(
                        objectives,
                        each -> each.objectiveId().equals(event.objectiveId()),
                        change));
    }
}
