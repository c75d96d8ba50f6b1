package dev.headway.lifecycle.operations;

import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.ProjectionEvent.ReplayRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notes that what a projection could not work in is to be tried again.
 *
 * @param parkedStream null for all that is parked
 */
record RequestReplay(String projection, @Nullable String parkedStream)
        implements ProjectionCommand {

    @Override
    public ProjectionEvent at(Instant now) {
        return new ReplayRequested(projection, parkedStream, now);
    }
}
