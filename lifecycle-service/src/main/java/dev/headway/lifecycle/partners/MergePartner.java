package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent.PartnerMerged;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant.Known;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * It is the same company as another one, which stays: all that is done with it is done with that
 * one. What went into it goes along.
 *
 * @param into the id of the one that stays
 * @param known who has an id
 */
record MergePartner(
        String partnerId, String into, String reason, Function<String, Optional<Known>> known)
        implements PartnerCommand {

    @Override
    public PartnerDecision decide(PartnerState partner, Instant now) {
        if (into.equals(partner.mergedInto())) {
            return new PartnerDecision.NothingNew();
        }
        if (partner.mergedInto() != null) {
            return partner.gone();
        }
        if (into.equals(partnerId)) {
            return new PartnerDecision.Broken("/into", "is the partner itself");
        }
        var staying = known.apply(into).orElse(null);
        if (staying == null) {
            return new PartnerDecision.Broken("/into", "is not the id of a partner");
        }
        var gone = staying.mergedInto();
        return gone == null
                ? new PartnerDecision.Happened(
                        new PartnerMerged(partnerId, into, staying.name(), reason, now))
                : new PartnerDecision.Broken(
                        "/into", "was merged into %s; name that one".formatted(gone.name()));
    }
}
