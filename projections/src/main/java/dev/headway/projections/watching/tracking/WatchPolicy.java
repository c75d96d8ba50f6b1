package dev.headway.projections.watching.tracking;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.OnePersonCarries;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force while a batch is worked in.
 *
 * @param program as it was changed last, or null before the first change
 * @param dates when watches are due under it
 * @param asksWhoMoved whether it wants to hear of partnerships that one person carries
 */
record WatchPolicy(@Nullable ProgramChanged program, DueDates dates, boolean asksWhoMoved) {

    WatchPolicy(@Nullable ProgramChanged program, DueDates dates) {
        this(program, dates, OnePersonCarries.isAskedFor(dates.thresholds()));
    }

    /** Whether somebody wants to hear who moves a partnership. */
    boolean asksWhoMoved(WatchedFacts facts) {
        return asksWhoMoved && facts.stage().isLaunched();
    }

    static WatchPolicy of(@Nullable ProgramChanged program, ZoneId zone) {
        return new WatchPolicy(
                program,
                program == null
                        ? new DueDates(Thresholds.DEFAULT, List.of(), zone)
                        : new DueDates(
                                new Thresholds(program.thresholds()), program.patterns(), zone));
    }
}
