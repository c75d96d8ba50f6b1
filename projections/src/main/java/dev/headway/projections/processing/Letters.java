package dev.headway.projections.processing;

import dev.headway.projections.deadletters.DeadLetter;
import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.deadletters.DeadLetterTable;
import dev.headway.projections.deadletters.Fault;
import dev.headway.projections.deadletters.ParkedEvent;
import java.util.List;
import java.util.Optional;

/**
 * The dead letters of one projection, or of its rebuild.
 *
 * @param name under which its position is kept
 * @param atMost how many streams it may park; what fails more often lies in none of them
 */
record Letters(String name, DeadLetterTable table, DeadLetterQueries queries, int atMost) {

    /** What is parked as of a claim; asks only where there is something. */
    ParkedStreams parked(ClaimedPosition claim) {
        return new ParkedStreams(claim.deadLetters() == 0 ? List.of() : queries.streams(name));
    }

    /**
     * Parks a stream from an event on.
     *
     * @throws IllegalStateException when as many are parked as may be: then it stands still, as
     *     what fails everywhere is to be put right, and not to be passed over
     */
    void park(ParkedEvent event, Throwable failure, ParkedStreams parked) {
        if (parked.size() >= atMost) {
            throw new IllegalStateException(
                    "%s has parked %d streams and parks no more".formatted(name, parked.size()),
                    failure);
        }
        table.park(name, event, Fault.of(failure));
        parked.add(event.stream());
    }

    /** Counts what was passed over. */
    void store(ParkedStreams parked) {
        table.addLater(name, parked.passedOver());
    }

    Optional<DeadLetter> find(String stream) {
        return queries.find(name, stream);
    }
}
