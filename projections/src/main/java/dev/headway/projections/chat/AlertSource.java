package dev.headway.projections.chat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What chat asks of those who raise alerts, at the moment in which it composes a message. */
public interface AlertSource {

    /** Those of the alerts that are still open, in the order in which they were due. */
    List<AlertDetails> stillOpen(Collection<UUID> alerts);

    /** The trace of an event from which one of these alerts counts, where one was traced. */
    Optional<String> traceparent(Collection<UUID> alerts);

    /** Whether nobody is to be told anything now, as while an import is running. */
    boolean isMutedAt(Instant now);
}
