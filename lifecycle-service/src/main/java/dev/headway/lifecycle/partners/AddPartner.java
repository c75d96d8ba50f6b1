package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent.PartnerNamed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another company, whether one of the same name is there or not. */
record AddPartner(String partnerId, String name, String type, @Nullable String website)
        implements PartnerCommand {

    @Override
    public PartnerDecision decide(PartnerState partner, Instant now) {
        return partner.isThere()
                ? new PartnerDecision.NothingNew()
                : new PartnerDecision.Happened(
                        new PartnerNamed(partnerId, name, type, website, now));
    }
}
