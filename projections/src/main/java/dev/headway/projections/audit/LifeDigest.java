package dev.headway.projections.audit;

import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.projections.log.RecordedEvent;
import java.util.List;

/**
 * A life in as few events as tell the same: of touchpoints, of which there may be thousands, the
 * newest few, the one that happened last, and how many there are.
 *
 * @param events in order
 * @param touchpoints how many the present life has, those left out included
 * @param length how many events there are
 */
public record LifeDigest(List<RecordedEvent> events, int touchpoints, int length) {

    /** How many of the newest touchpoints are among the events. */
    public static final int NEWEST = 5;

    static final String TOUCHPOINT = TouchpointRecorded.class.getSimpleName();

    static final LifeDigest NONE = new LifeDigest(List.of(), 0, 0);

    /** Whether it tells what the whole life does: once a touchpoint was withdrawn, all count. */
    public boolean isWhole() {
        return events.stream()
                .noneMatch(
                        each ->
                                each.event() instanceof FactWithdrawn withdrawn
                                        && withdrawn.fact().equals(TOUCHPOINT));
    }
}
