package dev.headway.projections.questions.gates;

import dev.headway.contracts.PartnershipEvent;
import java.time.Instant;
import java.util.List;

/** What is asked of those who keep the gates: what the gate ahead of a partnership has. */
public interface GateAhead {

    /** A partnership of which nothing was recorded yet. */
    Known none();

    /** A partnership as the event store has it this instant. */
    Known load(String partnershipId);

    /**
     * Asks under the policy in force.
     *
     * @param now from when on
     */
    Asking asking(Instant now);

    /** What is known of a partnership, and may be more than was asked about. */
    interface Known {

        /** How many events it has seen. */
        long version();

        /** After the next event. */
        Known after(PartnershipEvent event);
    }

    /** Asks the gates ahead of one partnership after the other. */
    interface Asking {

        /**
         * What the gate ahead has, if nothing happens but time; the first holds now, and had it
         * been asked before. None where no stage is ahead.
         */
        List<GateTime> times(Known known);
    }
}
