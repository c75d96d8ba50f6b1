package dev.headway.lifecycle.partnership.obligations;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.partnership.state.Obligations;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.util.function.Supplier;

/** How an obligation ends: by being met, or by another owing it. */
final class ObligationDecisions {

    private ObligationDecisions() {}

    /** An obligation ends once, in any stage; saying the same again changes nothing. */
    static Decision endObligation(
            PartnershipState state,
            String obligationId,
            Obligations.Status as,
            Supplier<PartnershipEvent> ended) {
        if (!(state instanceof Registered registered)) {
            return new Decision.Missing("partnership");
        }
        var owed = registered.facts().obligations().find(obligationId);
        if (owed.isEmpty()) {
            return new Decision.Missing("obligation");
        }
        if (owed.get().status() == as) {
            return Decision.nothingNew();
        }
        return owed.get().isOpen()
                ? Decision.happened(ended.get())
                : new Decision.Illegal("The obligation is " + owed.get().status());
    }
}
