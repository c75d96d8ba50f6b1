package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent;

/** What comes of a command. */
sealed interface PartnerDecision {

    /** It is so from now on. */
    record Happened(PartnerEvent event) implements PartnerDecision {}

    /** It was so before. */
    record NothingNew() implements PartnerDecision {}

    /** Not as it stands. */
    record Illegal(String why) implements PartnerDecision {}

    /** A value that cannot be; {@code pointer} names it in the body. */
    record Broken(String pointer, String message) implements PartnerDecision {}
}
