package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObjectiveCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what both sides work for, all of it. Said otherwise, it is to be confirmed again; said
 * again, nothing changes.
 *
 * @param objectiveId chosen by whoever shares it
 * @param keyResults each with an id of its own
 */
public record ShareObjective(
        String partnershipId,
        String objectiveId,
        String title,
        List<KeyResult> keyResults,
        @Nullable Instant effectiveAt)
        implements ObjectiveCommand {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 100;

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        if (objectiveId.length() > LONGEST_ID || !ID.matcher(objectiveId).matches()) {
            return new Decision.Broken(
                    "/objectiveId",
                    "must be small letters and digits, with single hyphens between, 100 at most");
        }
        var ids = keyResults.stream().map(KeyResult::id).toList();
        if (ids.stream().distinct().count() != ids.size()) {
            return new Decision.Broken("/keyResults", "an id stands there twice");
        }
        for (int n = 0; n < keyResults.size(); n++) {
            var keyResult = keyResults.get(n);
            if (keyResult.target().compareTo(keyResult.baseline()) == 0) {
                return new Decision.Broken(
                        "/keyResults/%d/target".formatted(n),
                        "is where it stands already, so that nothing shows which way it goes");
            }
        }
        return FactDecisions.whileActive(state, active -> shared(active, context));
    }

    private Decision shared(Registered active, DecisionContext context) {
        var at = context.effectiveTime(this);
        if (active.facts().evidence().objectives().find(objectiveId).isEmpty()) {
            return Decision.happened(new ObjectiveShared(objectiveId, title, keyResults, at));
        }
        var changed = new ObjectiveChanged(objectiveId, title, keyResults, at);
        return ObjectiveDecisions.onObjective(
                active,
                objectiveId,
                (_, known) ->
                        changed.saysAs(known.title(), known.keyResults())
                                ? Decision.nothingNew()
                                : Decision.happened(changed));
    }
}
