package dev.headway.projections.log;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.ErasureEvent.ErasureRequested;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.RowImported;
import dev.headway.contracts.PartnershipEvent.SeamFunded;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import java.util.List;
import java.util.Map;

/**
 * The one place where the stored form of an event moves on. Adding a field: raise the revision here
 * and add a golden file; the new field must be nullable, older events have none. Changing a
 * meaning: add an upcaster as well, which turns the older revision into the newer one while
 * reading. What is stored is never touched.
 */
public final class EventRevisions {

    private static final String FIRST = "1";

    /** Events whose stored form has moved on since the first revision. */
    private static final Map<Class<? extends HeadwayEvent>, String> RAISED =
            Map.ofEntries(
                    Map.entry(DisqualifierScreened.class, "2"),
                    Map.entry(JointWinRecorded.class, "2"),
                    Map.entry(RowImported.class, "2"),
                    Map.entry(SeamFunded.class, "2"),
                    Map.entry(SeatFilled.class, "2"),
                    Map.entry(StepPlanned.class, "3"),
                    Map.entry(WaiverRequested.class, "2"),
                    Map.entry(WaiverGranted.class, "2"),
                    Map.entry(WaiverRefused.class, "2"),
                    Map.entry(AlertAcknowledged.class, "2"),
                    Map.entry(ErasureRequested.class, "2"),
                    Map.entry(ProgramChanged.class, "5"));

    private EventRevisions() {}

    static String of(Class<? extends HeadwayEvent> event) {
        return RAISED.getOrDefault(event, FIRST);
    }

    /**
     * Oldest first; each sees what the one before it gave. Projections and aggregates take the same
     * ones.
     */
    public static List<Upcaster> upcasters() {
        return List.of();
    }
}
