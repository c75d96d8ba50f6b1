package dev.headway.projections.chat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What chat asks about partnerships, at the moment in which it composes a message. */
public interface PartnershipSource {

    /** By id; those that are not known are left out. */
    Map<String, PartnershipDetails> of(Collection<String> partnerships);

    /**
     * What everybody who owns an active partnership is told apart by; empty among them where some
     * are nobody's.
     */
    List<Optional<String>> owners();

    /** The active partnerships of one of these owners, or those that nobody owns, by name. */
    List<PartnershipDetails> activeOf(Optional<String> owner);
}
