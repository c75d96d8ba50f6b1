package dev.headway.projections.questions.gates;

import dev.headway.projections.log.RecordedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is asked of those who keep the gates: what the gate ahead of a partnership has. */
public interface GateAhead {

    /** A partnership of which nothing was recorded yet. */
    Known none();

    /** Partnerships as the event store has them this instant, each by its id. */
    Map<String, Known> load(Collection<String> partnershipIds);

    /** Asks under the policy in force, which is looked up once. */
    Asking asking();

    /** What is known of a partnership, and may be more than was asked about. */
    interface Known {

        /** How many events it has seen. */
        long version();

        /** When the last of them was recorded. */
        Instant recordedAt();

        /** After the next event, which is one of its own. */
        Known after(RecordedEvent event);

        /** Whether the gate ahead finds the same in both, whenever it is asked. */
        boolean isAskedAs(Known other);
    }

    /** Asks the gates ahead of one partnership after the other. */
    interface Asking {

        /**
         * What the gate ahead has, if nothing happens but time; the first holds now, and had it
         * been asked before. None where no stage is ahead.
         *
         * @param now from when on
         */
        List<GateTime> times(Known known, Instant now);
    }
}
