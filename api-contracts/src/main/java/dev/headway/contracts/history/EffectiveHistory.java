package dev.headway.contracts.history;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CorrectionEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.MoveDateCorrected;
import dev.headway.contracts.PartnershipEvent.ObjectiveEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the recorded events of one partnership come to once corrections are heeded: what was
 * withdrawn never held, what was recorded anew stands where the old was, and a move has the date it
 * was corrected to. Whoever folds this list knows what is known now; whoever leaves corrections out
 * that came later knows what was known then. Pure.
 */
public final class EffectiveHistory {

    /**
     * An event as it was recorded.
     *
     * @param corrects the event in whose place it stands, or null for its own
     */
    public record Recorded(String eventId, PartnershipEvent event, @Nullable String corrects) {}

    /**
     * An event as it holds.
     *
     * @param place where it stands: the index of what was recorded there
     * @param source the index of the event that is meant; another one after a correction
     * @param event what happened; a {@link CorrectionEvent} at the place of a correction and of
     *     what it recorded anew, so that every place after the first correction is still there
     */
    public record Standing(int place, int source, PartnershipEvent event) {}

    private final List<Recorded> recorded;
    private final Map<String, CorrectionEvent> withdrawals = new HashMap<>();
    private final Map<String, Integer> replacements = new HashMap<>();
    private final Map<String, Instant> dates = new HashMap<>();
    private final Set<String> unplanned = new HashSet<>();

    private EffectiveHistory(List<Recorded> recorded) {
        this.recorded = recorded;
        for (var index = 0; index < recorded.size(); index++) {
            var each = recorded.get(index);
            if (each.event() instanceof FactWithdrawn withdrawn) {
                withdrawals.put(withdrawn.eventId(), withdrawn);
            } else if (each.event() instanceof MoveDateCorrected moved) {
                dates.put(moved.eventId(), moved.movedAt());
            }
            if (each.corrects() != null) {
                replacements.put(each.corrects(), index);
            }
        }
    }

    /** Everything that holds, in the order of its places. */
    public static List<Standing> of(List<Recorded> recorded) {
        return new EffectiveHistory(recorded).standing();
    }

    /** Whether an event says something of earlier events of its partnership. */
    public static boolean isCorrection(PartnershipEvent event, @Nullable String corrects) {
        return corrects != null || event instanceof CorrectionEvent;
    }

    private List<Standing> standing() {
        var all = new ArrayList<Standing>(recorded.size());
        for (var place = 0; place < recorded.size(); place++) {
            var standing = at(place);
            if (standing != null) {
                all.add(standing);
            }
        }
        return all;
    }

    private @Nullable Standing at(int place) {
        var each = recorded.get(place);
        if (each.corrects() != null) {
            var withdrawal = withdrawals.get(each.corrects());
            return withdrawal == null ? null : new Standing(place, place, withdrawal);
        }
        var source = sourceOf(place);
        if (source < 0) {
            forget(each.event());
            return null;
        }
        var event = dated(recorded.get(source));
        begin(event);
        return isForgotten(event) ? null : new Standing(place, source, event);
    }

    /** The event that holds instead, itself if nothing does, -1 if it was withdrawn. */
    private int sourceOf(int index) {
        var source = index;
        while (withdrawals.containsKey(recorded.get(source).eventId())) {
            var replacement = replacements.get(recorded.get(source).eventId());
            if (replacement == null) {
                return -1;
            }
            source = replacement;
        }
        return source;
    }

    private PartnershipEvent dated(Recorded each) {
        var movedAt = dates.get(each.eventId());
        return movedAt != null && each.event() instanceof StageEntered entered
                ? entered.at(movedAt)
                : each.event();
    }

    /** What never was has no later life either. */
    private void forget(PartnershipEvent event) {
        if (event instanceof StepPlanned planned) {
            unplanned.add(planned.stepId());
        } else if (event instanceof ObligationTaken taken) {
            unplanned.add(taken.obligationId());
        } else if (event instanceof WaiverRequested requested) {
            unplanned.add(requested.waiverId());
        } else if (event instanceof ObjectiveShared shared) {
            unplanned.add(shared.objectiveId());
        }
    }

    /** Planned again, it has a life again. */
    private void begin(PartnershipEvent event) {
        if (event instanceof StepPlanned planned) {
            unplanned.remove(planned.stepId());
        } else if (event instanceof ObligationTaken taken) {
            unplanned.remove(taken.obligationId());
        } else if (event instanceof WaiverRequested requested) {
            unplanned.remove(requested.waiverId());
        } else if (event instanceof ObjectiveShared shared) {
            unplanned.remove(shared.objectiveId());
        }
    }

    private boolean isForgotten(PartnershipEvent event) {
        return event instanceof StepEvent step && unplanned.contains(step.stepId())
                || event instanceof ObligationEvent owed && unplanned.contains(owed.obligationId())
                || event instanceof WaiverEvent waiver && unplanned.contains(waiver.waiverId())
                || event instanceof ObjectiveEvent shared
                        && unplanned.contains(shared.objectiveId());
    }
}
