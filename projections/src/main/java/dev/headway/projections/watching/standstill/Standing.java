package dev.headway.projections.watching.standstill;

import dev.headway.contracts.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it follows from whether a partnership stands still; of the rules what is due.
 *
 * @param isRegistered false for what was voided, which nobody counts
 * @param isPlanned whether a step is open
 * @param hasCustomer whether a customer used it in this life
 * @param pilotEndedOn the end of a pilot that is overdue, or null
 * @param everyDays how often both sides meet, 0 where nothing is agreed
 * @param meetingMissedOn when the two sides should have met and did not, or null
 * @param quietSince what moved it last, where it fades or is a ghost town by now, or null
 * @param vacantSeats the seats that have been empty for too long
 */
record Standing(
        Stage stage,
        boolean isRegistered,
        @Nullable Instant parkedUntil,
        boolean isPlanned,
        boolean hasCustomer,
        @Nullable Instant pilotEndedOn,
        int everyDays,
        @Nullable Instant meetingMissedOn,
        boolean isGhostTown,
        @Nullable Instant quietSince,
        List<String> vacantSeats) {

    /** Whether only motion helps. */
    boolean isQuiet() {
        return quietSince != null;
    }
}
