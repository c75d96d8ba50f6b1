package dev.headway.projections.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is parked in a projection.
 *
 * @param first the event from which on it is passed over
 * @param fault what it failed of when it was tried last
 * @param tries how often it was tried by itself, replays included
 * @param laterEvents how many events of the stream were passed over since
 * @param parkedAt since when
 * @param replayedBy who last had it replayed, in vain
 */
public record DeadLetter(
        String projection,
        ParkedEvent first,
        Fault fault,
        int tries,
        long laterEvents,
        Instant parkedAt,
        Instant triedAt,
        @Nullable String replayedBy) {}
