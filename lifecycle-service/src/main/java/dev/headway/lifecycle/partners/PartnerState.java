package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnerEvent.PartnerMerged;
import dev.headway.contracts.PartnerEvent.PartnerNamed;
import dev.headway.contracts.PartnerEvent.PartnerRenamed;
import dev.headway.contracts.PartnerEvent.PartnerUnmerged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company as its own events leave it, or as partnerships call it where it has none.
 *
 * @param name empty where nothing is known of it
 * @param type the name of a {@link dev.headway.contracts.PartnerType}
 * @param mergedInto the id of the one that it went into, or null
 * @param mergedIntoName what that one was called then
 */
record PartnerState(
        String name,
        String type,
        @Nullable String website,
        @Nullable String mergedInto,
        @Nullable String mergedIntoName) {

    static final PartnerState NONE = new PartnerState("", "", null, null, null);

    static PartnerState of(String name, String type, @Nullable String website) {
        return new PartnerState(name, type, website, null, null);
    }

    boolean isThere() {
        return !name.isEmpty();
    }

    PartnerState evolve(PartnerEvent event) {
        return switch (event) {
            case PartnerNamed e -> of(e.partnerName(), e.partnerType(), e.partnerWebsite());
            case PartnerRenamed e ->
                    new PartnerState(
                            e.partnerName(),
                            e.partnerType(),
                            e.partnerWebsite(),
                            mergedInto,
                            mergedIntoName);
            case PartnerMerged e -> new PartnerState(name, type, website, e.into(), e.intoName());
            case PartnerUnmerged _ -> new PartnerState(name, type, website, null, null);
        };
    }

    /** What its stream begins with. */
    PartnerNamed named(String partnerId, Instant now) {
        return new PartnerNamed(partnerId, name, type, website, now);
    }

    /** Why nothing is said of it while it is part of another one. */
    PartnerDecision.Illegal gone() {
        return new PartnerDecision.Illegal(
                "It was merged into %s; take it out again first".formatted(mergedIntoName));
    }
}
