package dev.headway.lifecycle.imports;

import static dev.headway.lifecycle.imports.ImportColumn.*;

import dev.headway.contracts.Stage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dates of the stages: each as late as those before it, and none skipped but by SUNSET. */
final class StageDates {

    private StageDates() {}

    static Map<Stage, Instant> of(RowValues values, @Nullable Instant registeredAt) {
        var stages = new EnumMap<Stage, Instant>(Stage.class);
        var latest = registeredAt;
        var latestIn = REGISTERED_AT;
        for (var entry : OF_STAGES.entrySet()) {
            var column = entry.getValue();
            var at = values.time(column);
            if (at != null && latest != null && at.isBefore(latest)) {
                values.addError(column, "lies before " + latestIn.heading());
            } else if (at != null) {
                latest = at;
                latestIn = column;
            }
            if (at != null) {
                stages.put(entry.getKey(), at);
            }
        }
        checkNoneSkipped(values, LAUNCH_AT, PILOT_AT);
        checkNoneSkipped(values, SCALED_AT, LAUNCH_AT);
        return stages;
    }

    private static void checkNoneSkipped(
            RowValues values, ImportColumn column, ImportColumn before) {
        if (values.has(column) && !values.has(before)) {
            values.addMissing(column, "is given without " + before.heading());
        }
    }
}
