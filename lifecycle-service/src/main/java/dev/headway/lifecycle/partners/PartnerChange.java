package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerType;
import dev.headway.partnership.state.Partner;
import org.jspecify.annotations.Nullable;

/**
 * What becomes another: of the company, and of what each of its partnerships says of it.
 *
 * @param newName null to leave it
 * @param newType null to leave it
 * @param namesWebsite whether the website becomes {@code newWebsite}, which is null for none
 */
record PartnerChange(
        @Nullable String newName,
        @Nullable PartnerType newType,
        boolean namesWebsite,
        @Nullable String newWebsite) {

    String name(String known) {
        return newName == null ? known : newName;
    }

    String type(String known) {
        return newType == null ? known : newType.name();
    }

    @Nullable String website(@Nullable String known) {
        return namesWebsite ? newWebsite : known;
    }

    /** What a partnership says of its partner afterwards. */
    Partner of(Partner known) {
        return new Partner(
                name(known.name()),
                type(known.type()),
                website(known.website()),
                known.segment(),
                known.externalKey());
    }
}
