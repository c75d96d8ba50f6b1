package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.WordedObjective;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What both sides work for: "shared OKRs", as they are worded now, and who has confirmed them. */
public record Objectives(PMap<String, Objective> byId) {

    /**
     * One objective.
     *
     * @param confirmedBy who confirmed it as it stands, by the name of their {@link
     *     dev.headway.contracts.Side}
     */
    public record Objective(
            String objectiveId,
            String title,
            List<KeyResult> keyResults,
            Map<String, String> confirmedBy,
            boolean dropped) {

        /** The sign of its words. */
        public String wording() {
            return KeyResult.wording(title, keyResults);
        }

        public Optional<KeyResult> keyResult(String id) {
            return keyResults.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        private static Objective unconfirmed(WordedObjective event) {
            return new Objective(
                    event.objectiveId(), event.title(), event.keyResults(), Map.of(), false);
        }

        private Objective confirmed(ObjectiveConfirmed event) {
            return event.saysAs(title, keyResults)
                    ? new Objective(
                            objectiveId,
                            title,
                            keyResults,
                            HashTreePMap.from(confirmedBy).plus(event.side(), event.by()),
                            dropped)
                    : this;
        }

        private Objective ended() {
            return new Objective(objectiveId, title, keyResults, confirmedBy, true);
        }
    }

    static final Objectives NONE = new Objectives(HashTreePMap.empty());

    public Optional<Objective> find(String objectiveId) {
        return Optional.ofNullable(byId.get(objectiveId));
    }

    /** Those that nobody has dropped, by id. */
    public List<Objective> standing() {
        return byId.values().stream()
                .filter(each -> !each.dropped())
                .sorted(Comparator.comparing(Objective::objectiveId))
                .toList();
    }

    /** What was measured is told where it is shown; nothing is decided on it. */
    Objectives evolve(ObjectiveEvent event) {
        return switch (event) {
            case ObjectiveShared e -> with(Objective.unconfirmed(e));
            case ObjectiveChanged e ->
                    find(e.objectiveId()).map(_ -> with(Objective.unconfirmed(e))).orElse(this);
            case ObjectiveConfirmed e ->
                    find(e.objectiveId()).map(known -> with(known.confirmed(e))).orElse(this);
            case ObjectiveDropped e ->
                    find(e.objectiveId()).map(known -> with(known.ended())).orElse(this);
            case KeyResultMeasured _ -> this;
        };
    }

    private Objectives with(Objective objective) {
        return new Objectives(byId.plus(objective.objectiveId(), objective));
    }
}
