package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.util.function.Function;

/** The event that a correction names. */
final class RecordedFact {

    private RecordedFact() {}

    /** Decides about the event of this id; there may be none. */
    static Decision find(
            PartnershipState state,
            DecisionContext context,
            String eventId,
            Function<PartnershipEvent, Decision> decide) {
        if (state instanceof Unregistered) {
            return new Decision.Missing("partnership");
        }
        return context.history()
                .find(eventId)
                .map(recorded -> decide.apply(recorded.event()))
                .orElseGet(() -> new Decision.Missing("event"));
    }
}
