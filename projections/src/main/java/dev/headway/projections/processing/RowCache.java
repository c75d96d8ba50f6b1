package dev.headway.projections.processing;

import dev.headway.projections.processing.Projection.BatchHandler;
import org.jspecify.annotations.Nullable;

/**
 * The handler of a projection with its rows, kept from one batch to the next. It holds for as long
 * as the claim shows that nobody else has written them: no other node, no rebuild, and no
 * PostgreSQL that lost what it had not yet flushed. Whoever changes such rows by other means, as a
 * migration or by hand, raises the generation.
 */
final class RowCache {

    /** With the rows that it buffers, as of a position. */
    private record CachedHandler(BatchHandler handler, ClaimedPosition asOf) {}

    private @Nullable CachedHandler cached;

    /** A handler for a batch; none is cached until {@link #keep} says that it went well. */
    synchronized BatchHandler handlerFor(ClaimedPosition claim, Projection projection) {
        var before = cached;
        cached = null;
        return before != null && before.asOf().equals(claim) ? before.handler() : projection.open();
    }

    /** The batch is committed. */
    synchronized void keep(BatchHandler handler, ClaimedPosition asOf) {
        cached = handler.buffered() < Batch.MAX_BUFFERED ? new CachedHandler(handler, asOf) : null;
    }
}
