package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent.PartnerUnmerged;
import java.time.Instant;

/** It is a company of its own after all, and its partnerships are with it again. */
record UnmergePartner(String partnerId) implements PartnerCommand {

    @Override
    public PartnerDecision decide(PartnerState partner, Instant now) {
        var into = partner.mergedInto();
        return into == null
                ? new PartnerDecision.NothingNew()
                : new PartnerDecision.Happened(new PartnerUnmerged(partnerId, into, now));
    }
}
