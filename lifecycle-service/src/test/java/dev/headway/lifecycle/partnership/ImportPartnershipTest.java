package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One row of history: the first of a key brings dated moves, a later one only corrections. */
class ImportPartnershipTest {

    private static final Map<Stage, Instant> PILOTED = Map.of(Stage.PILOT, daysAgo(50));

    @Test
    void the_first_row_brings_the_whole_history_ungated_and_dated() {
        given(noPartnership())
                .when(
                        row(
                                "Northwind",
                                Pattern.RESELL,
                                "Mara",
                                Map.of(
                                        Stage.PILOT, daysAgo(50),
                                        Stage.LAUNCH, daysAgo(40),
                                        Stage.SCALED, daysAgo(30),
                                        Stage.SUNSET, daysAgo(20)),
                                daysAgo(25)))
                .then(
                        new PartnershipRegistered(
                                ID,
                                "Northwind",
                                "Northwind Ltd",
                                "RESELLER",
                                null,
                                null,
                                "k-1",
                                daysAgo(100)),
                        new PatternChosen("RESELL", daysAgo(100)),
                        new SeatFilled("RELATIONSHIP", "Mara", "OURS", daysAgo(100)),
                        new PilotStarted(null, daysAgo(50)),
                        new PartnershipLaunched(null, daysAgo(40)),
                        new PartnershipScaled(null, daysAgo(30)),
                        new PartnershipSunset("merged", "merged", null, daysAgo(20)),
                        new MotionImported(daysAgo(25)),
                        new RowImported("k-1", "Northwind", "Mara", "RESELL", daysAgo(100)));
    }

    @Test
    void the_same_row_again_changes_nothing() {
        given(imported()).when(row("Northwind", PILOTED, daysAgo(45))).thenNothingNew();
    }

    @Test
    void the_same_row_again_undoes_no_live_change() {
        given(
                        imported()
                                .and(
                                        new PatternChosen("REFERRAL", daysAgo(3)),
                                        new SeatFilled("RELATIONSHIP", "Kai", "OURS", daysAgo(3)),
                                        new PartnershipLaunched(passed(Stage.LAUNCH), daysAgo(2))))
                .when(row("Northwind", PILOTED, daysAgo(45)))
                .thenNothingNew();
    }

    @Test
    void a_later_row_may_change_name_owner_and_pattern_and_bring_newer_motion() {
        given(imported())
                .when(row("Northwind Trading", Pattern.REFERRAL, "Kai", PILOTED, daysAgo(1)))
                .then(
                        new PartnershipRenamed("Northwind Trading", NOW),
                        new PatternChosen("REFERRAL", NOW),
                        new SeatFilled("RELATIONSHIP", "Kai", "OURS", NOW),
                        new MotionImported(daysAgo(1)),
                        new RowImported("k-1", "Northwind Trading", "Kai", "REFERRAL", NOW));
    }

    @Test
    void a_later_row_never_moves_the_clock_backwards() {
        given(imported()).when(row("Northwind", PILOTED, daysAgo(60))).thenNothingNew();
        given(imported()).when(row("Northwind", PILOTED, null)).thenNothingNew();
    }

    @Test
    void a_later_row_may_not_add_or_change_the_date_of_a_stage() {
        given(imported())
                .when(
                        row(
                                "Northwind",
                                Map.of(Stage.PILOT, daysAgo(50), Stage.LAUNCH, daysAgo(3)),
                                daysAgo(45)))
                .thenBroken(
                        "/stages",
                        STANDS + "LAUNCH is without a date here and " + daysAgo(3) + " in the row");
        given(imported())
                .when(row("Northwind", Map.of(Stage.PILOT, daysAgo(51)), daysAgo(45)))
                .thenBroken(
                        "/stages",
                        STANDS
                                + "PILOT is "
                                + daysAgo(50)
                                + " here and "
                                + daysAgo(51)
                                + " in the row");
    }

    private static final String STANDS =
            "the dates of a partnership that exists cannot change by import, use transitions: ";

    private static History imported() {
        return noPartnership()
                .and(
                        new PartnershipRegistered(
                                ID,
                                "Northwind",
                                "Northwind Ltd",
                                "RESELLER",
                                null,
                                null,
                                "k-1",
                                daysAgo(100)),
                        new PatternChosen("RESELL", daysAgo(100)),
                        new SeatFilled("RELATIONSHIP", "Mara", "OURS", daysAgo(100)),
                        new PilotStarted(null, daysAgo(50)),
                        new MotionImported(daysAgo(45)),
                        new RowImported("k-1", "Northwind", "Mara", "RESELL", daysAgo(100)));
    }

    private static ImportPartnership row(
            String name, Map<Stage, Instant> stages, @Nullable Instant lastMotionAt) {
        return row(name, Pattern.RESELL, "Mara", stages, lastMotionAt);
    }

    private static ImportPartnership row(
            String name,
            Pattern pattern,
            String owner,
            Map<Stage, Instant> stages,
            @Nullable Instant lastMotionAt) {
        return new ImportPartnership(
                ID,
                "k-1",
                name,
                "Northwind Ltd",
                PartnerType.RESELLER,
                pattern,
                null,
                owner,
                daysAgo(100),
                stages,
                "merged",
                lastMotionAt);
    }
}
