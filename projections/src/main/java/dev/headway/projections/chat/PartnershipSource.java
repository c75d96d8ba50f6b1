package dev.headway.projections.chat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What chat asks about partnerships, at the moment in which it composes a message. */
public interface PartnershipSource {

    /** By id; those that are not known are left out. */
    Map<String, PartnershipDetails> of(Collection<String> partnerships);

    /** Everybody who owns an active partnership; empty among them where some are nobody's. */
    List<Optional<String>> owners();

    /** The active partnerships of an owner, or those that nobody owns, by name. */
    List<PartnershipDetails> activeOf(Optional<String> owner);
}
