package dev.headway.lifecycle.partners;

import dev.headway.lifecycle.commands.Versioned;

/** What a command about a partner is answered. */
sealed interface PartnerResult extends Versioned {

    /** So it is. */
    record Done(PartnerState partner, long version) implements PartnerResult {}

    /** It cannot be as things stand. */
    record Illegal(String why, long version) implements PartnerResult {}

    /** A value that cannot be. */
    record Broken(String pointer, String message, long version) implements PartnerResult {}

    /** The caller has seen an older version. */
    record Stale(long version) implements PartnerResult {}

    /** There is none. */
    record Missing(long version) implements PartnerResult {}
}
