package dev.headway.projections.watching.tracking;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.watching.rules.DueDates;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force while a batch is worked in.
 *
 * @param program as it was changed last, or null before the first change
 * @param dates when watches are due under it
 */
record WatchPolicy(@Nullable ProgramChanged program, DueDates dates) {

    static WatchPolicy of(@Nullable ProgramChanged program, ZoneId zone) {
        return new WatchPolicy(
                program,
                program == null
                        ? new DueDates(Thresholds.DEFAULT, List.of(), zone)
                        : new DueDates(
                                new Thresholds(program.thresholds()), program.patterns(), zone));
    }
}
