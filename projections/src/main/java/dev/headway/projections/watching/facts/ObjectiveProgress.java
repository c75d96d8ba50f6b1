package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What both sides work for, and how far they got: any value that reaches the target of a key result
 * does, if it was measured in its unit.
 *
 * @param byId those that nobody has dropped
 */
public record ObjectiveProgress(Map<String, Objective> byId) {

    public static final ObjectiveProgress NONE = new ObjectiveProgress(Map.of());

    /**
     * @param words the event that says what is worked for, and by when
     */
    public record Objective(Anchor words, List<KeyResult> keyResults, List<Range> measured) {

        private Objective with(KeyResultMeasured event) {
            return keyResults.stream()
                    .filter(each -> each.id().equals(event.keyResultId()))
                    .findFirst()
                    .map(each -> with(Range.of(each, event.value())))
                    .orElse(this);
        }

        private Objective with(Range range) {
            var all = new ArrayList<Range>();
            var more = range;
            for (var each : measured) {
                if (each.isOfSame(range)) {
                    more = each.and(range);
                } else {
                    all.add(each);
                }
            }
            all.add(more);
            return new Objective(words, keyResults, List.copyOf(all));
        }

        private boolean isReached(KeyResult keyResult) {
            return measured.stream().anyMatch(each -> each.reaches(keyResult));
        }
    }

    /** The lowest and the highest that was measured of a key result in a unit. */
    public record Range(String keyResultId, String unit, BigDecimal lowest, BigDecimal highest) {

        private static Range of(KeyResult keyResult, BigDecimal value) {
            return new Range(keyResult.id(), keyResult.unit(), value, value);
        }

        private boolean isOfSame(Range other) {
            return keyResultId.equals(other.keyResultId) && unit.equals(other.unit);
        }

        private Range and(Range other) {
            return new Range(
                    keyResultId, unit, lowest.min(other.lowest), highest.max(other.highest));
        }

        private boolean reaches(KeyResult keyResult) {
            return keyResultId.equals(keyResult.id())
                    && unit.equals(keyResult.unit())
                    && (keyResult.reachedBy(lowest) || keyResult.reachedBy(highest));
        }
    }

    public ObjectiveProgress evolve(ObjectiveEvent event, Anchor anchor) {
        var id = event.objectiveId();
        var known = byId.get(id);
        return switch (event) {
            case ObjectiveShared e -> with(id, new Objective(anchor, e.keyResults(), List.of()));
            case ObjectiveChanged e ->
                    known == null
                            ? this
                            : with(id, new Objective(anchor, e.keyResults(), known.measured()));
            case KeyResultMeasured e -> known == null ? this : with(id, known.with(e));
            case ObjectiveConfirmed _ -> this;
            case ObjectiveDropped _ -> without(id);
        };
    }

    /** The key results that nothing measured reaches, each by its objective's id and its own. */
    public Deadlines unreached() {
        var unreached = Deadlines.NONE;
        for (var each : byId.entrySet()) {
            var objective = each.getValue();
            for (var keyResult : objective.keyResults()) {
                if (!objective.isReached(keyResult)) {
                    unreached =
                            unreached.with(
                                    each.getKey() + "/" + keyResult.id(),
                                    keyResult.name(),
                                    objective.words().on(keyResult.dueOn()));
                }
            }
        }
        return unreached;
    }

    private ObjectiveProgress with(String id, Objective objective) {
        var more = new TreeMap<>(byId);
        more.put(id, objective);
        return new ObjectiveProgress(Collections.unmodifiableMap(more));
    }

    private ObjectiveProgress without(String id) {
        var fewer = new TreeMap<>(byId);
        fewer.remove(id);
        return new ObjectiveProgress(Collections.unmodifiableMap(fewer));
    }
}
