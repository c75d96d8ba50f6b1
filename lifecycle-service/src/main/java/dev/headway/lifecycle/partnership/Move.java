package dev.headway.lifecycle.partnership;

import org.jspecify.annotations.Nullable;

/** A command that asks for another stage. */
interface Move extends PartnershipCommand {

    /** Why, in words; required where no gate stands in the way. */
    @Nullable String reason();

    /** Why, as a code of the caller's own; the Sunset gate asks for one. */
    default @Nullable String reasonCode() {
        return null;
    }
}
