package dev.headway.projections.questions.partners;

import dev.headway.contracts.PartnershipEvent.PartnerDescribed;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.written.FoldedText;
import org.jspecify.annotations.Nullable;

/**
 * Whom a partnership is with: a row of {@code partner_partnership}.
 *
 * @param assigned whether somebody said so, whatever its name leads to
 * @param byName whether its name led there
 * @param describedAt the position of the event that it is described by
 */
record PartneredRow(
        String partnershipId,
        String partnerId,
        boolean assigned,
        boolean byName,
        String partnerName,
        String nameFolded,
        String partnerType,
        @Nullable String website,
        long describedAt,
        boolean voided,
        long version) {

    static PartneredRow of(
            PartnershipRegistered event,
            String partnershipId,
            String partnerId,
            long position,
            long version) {
        return new PartneredRow(
                partnershipId,
                partnerId,
                false,
                true,
                event.partnerName(),
                new FoldedText(event.partnerName()).text(),
                event.partnerType(),
                event.partnerWebsite(),
                position,
                false,
                version);
    }

    PartneredRow described(PartnerDescribed event, long position, long version) {
        return new PartneredRow(
                partnershipId,
                partnerId,
                assigned,
                byName,
                event.partnerName(),
                new FoldedText(event.partnerName()).text(),
                event.partnerType(),
                event.partnerWebsite(),
                position,
                voided,
                version);
    }

    /** With another partner, or with the same for another reason. */
    PartneredRow with(String partnerId, boolean assigned, boolean byName, long version) {
        return new PartneredRow(
                partnershipId,
                partnerId,
                assigned,
                byName,
                partnerName,
                nameFolded,
                partnerType,
                website,
                describedAt,
                voided,
                version);
    }

    PartneredRow voided(boolean voided, long version) {
        return new PartneredRow(
                partnershipId,
                partnerId,
                assigned,
                byName,
                partnerName,
                nameFolded,
                partnerType,
                website,
                describedAt,
                voided,
                version);
    }
}
