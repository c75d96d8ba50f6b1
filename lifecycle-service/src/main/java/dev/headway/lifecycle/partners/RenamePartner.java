package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent.PartnerRenamed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** It is called otherwise from now on, or is of another type, or found elsewhere. */
record RenamePartner(String partnerId, PartnerChange change, @Nullable String reason)
        implements PartnerCommand {

    @Override
    public PartnerDecision decide(PartnerState partner, Instant now) {
        if (partner.mergedInto() != null) {
            return partner.gone();
        }
        var name = change.name(partner.name());
        var type = change.type(partner.type());
        var website = change.website(partner.website());
        return name.equals(partner.name())
                        && type.equals(partner.type())
                        && Objects.equals(website, partner.website())
                ? new PartnerDecision.NothingNew()
                : new PartnerDecision.Happened(
                        new PartnerRenamed(partnerId, name, type, website, now));
    }
}
