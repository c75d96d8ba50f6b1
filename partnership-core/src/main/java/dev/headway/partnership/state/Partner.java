package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.PartnerDescribed;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a partnership is with, and how it is filed.
 *
 * @param type the name of a {@link dev.headway.contracts.PartnerType}
 */
public record Partner(
        String name,
        String type,
        @Nullable String website,
        @Nullable String segment,
        @Nullable String externalKey) {

    static Partner of(PartnershipRegistered event) {
        return new Partner(
                event.partnerName(),
                event.partnerType(),
                event.partnerWebsite(),
                event.segment(),
                event.externalKey());
    }

    static Partner of(PartnerDescribed event) {
        return new Partner(
                event.partnerName(),
                event.partnerType(),
                event.partnerWebsite(),
                event.segment(),
                event.externalKey());
    }

    /** The event after which it is as it is here. */
    public PartnerDescribed described(Instant at) {
        return new PartnerDescribed(name, type, website, segment, externalKey, at);
    }
}
