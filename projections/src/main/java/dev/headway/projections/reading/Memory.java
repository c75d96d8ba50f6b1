package dev.headway.projections.reading;

import dev.headway.projections.reading.Projection.Intake;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knows of its projection's rows from one batch to the next. It holds for as long as
 * the claim shows that nobody else has written them: no other node, no rebuild, and no PostgreSQL
 * that lost what it had not yet flushed.
 */
final class Memory {

    private static final int MOST_HELD = Stretch.MOST_HELD;

    private @Nullable Intake known;
    private Claim asOf = new Claim(-1, -1);

    /** An intake for a batch; nothing is remembered until {@link #keep} says that it went well. */
    Intake intake(Claim claim, Projection projection) {
        var intake = known;
        known = null;
        return intake != null && asOf.equals(claim) ? intake : projection.begin();
    }

    /** The batch is committed. */
    void keep(Intake intake, Claim asOf) {
        if (intake.held() < MOST_HELD) {
            this.known = intake;
            this.asOf = asOf;
        }
    }
}
