package dev.headway.projections.processing;

import dev.headway.projections.processing.Projection.Intake;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knows of its projection's rows from one batch to the next. It holds for as long as
 * the claim shows that nobody else has written them: no other node, no rebuild, and no PostgreSQL
 * that lost what it had not yet flushed. Whoever changes such rows by other means, as a migration
 * or by hand, raises the generation.
 */
final class RowCache {

    private record Known(Intake intake, ClaimedPosition asOf) {}

    private @Nullable Known known;

    /** An intake for a batch; nothing is remembered until {@link #keep} says that it went well. */
    synchronized Intake intake(ClaimedPosition claim, Projection projection) {
        var before = known;
        known = null;
        return before != null && before.asOf().equals(claim) ? before.intake() : projection.begin();
    }

    /** The batch is committed. */
    synchronized void keep(Intake intake, ClaimedPosition asOf) {
        known = intake.held() < Batch.MOST_HELD ? new Known(intake, asOf) : null;
    }
}
