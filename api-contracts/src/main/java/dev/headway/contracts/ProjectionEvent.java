package dev.headway.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators had done to what answers, in a stream for each projection, {@code
 * projection/<name>}. Nothing that happened is changed by it.
 */
public sealed interface ProjectionEvent extends HeadwayEvent {

    /** What the names of these streams begin with. */
    String STREAM = "projection/";

    String projection();

    /** It is to be built anew. */
    record RebuildRequested(String projection, Instant effectiveAt) implements ProjectionEvent {}

    /**
     * What it could not work in is to be tried again.
     *
     * @param parkedStream the stream that is parked, or null for all of them
     */
    record ReplayRequested(String projection, @Nullable String parkedStream, Instant effectiveAt)
            implements ProjectionEvent {}
}
