package dev.headway.lifecycle.operations;

import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.ProjectionEvent.RebuildRequested;
import java.time.Instant;

/** Notes that a projection is to be built anew. */
record RequestRebuild(String projection) implements ProjectionCommand {

    @Override
    public ProjectionEvent at(Instant now) {
        return new RebuildRequested(projection, now);
    }
}
