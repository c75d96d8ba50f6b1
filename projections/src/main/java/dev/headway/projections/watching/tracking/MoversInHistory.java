package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.log.UndecodableEventException;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.watching.facts.Movers;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who moved a partnership, read from its history: looked up only while the program asks for it, so
 * that nothing is kept, and nothing is slower, where it does not.
 */
@Component
public class MoversInHistory {

    private final EventLog log;

    public MoversInHistory(EventLog log) {
        this.log = log;
    }

    /**
     * By what had been recorded before an event; the withdrawal that belongs to a correction is the
     * correction's.
     */
    Movers before(String partnershipId, RecordedEvent event) {
        var corrected = event.provenance().corrects();
        return among(
                partnershipId,
                each ->
                        each.position() < event.position()
                                && !(each.event() instanceof FactWithdrawn withdrawn
                                        && withdrawn.eventId().equals(corrected)));
    }

    /** By all that is recorded. */
    Movers of(String partnershipId) {
        return among(partnershipId, _ -> true);
    }

    /** One with an event that nothing reads is not watched. */
    private Movers among(String partnershipId, Predicate<RecordedEvent> counts) {
        try {
            var recorded =
                    log.ofStream(partnershipId, Long.MAX_VALUE).stream().filter(counts).toList();
            return Movers.among(Restatement.counting(recorded));
        } catch (UndecodableEventException _) {
            return new Movers(List.of());
        }
    }
}
