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
                        said("Northwind", "Mara", "RESELL", daysAgo(25), daysAgo(100)));
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
                        said("Northwind Trading", "Kai", "REFERRAL", daysAgo(1), NOW));
    }

    @Test
    void a_later_row_may_change_partner_type_and_segment() {
        given(imported())
                .when(with("Northwind Group", PartnerType.DISTRIBUTOR, "enterprise"))
                .then(
                        new PartnerDescribed(
                                "Northwind Group", "DISTRIBUTOR", null, "enterprise", "k-1", NOW),
                        new RowImported(
                                "k-1",
                                "Northwind",
                                "Northwind Group",
                                "DISTRIBUTOR",
                                "enterprise",
                                "Mara",
                                "RESELL",
                                "merged",
                                daysAgo(45),
                                NOW));
    }

    @Test
    void what_is_known_by_other_ways_is_noted_and_not_told_again() {
        var group =
                new PartnerDescribed("Northwind Group", "RESELLER", null, null, "k-1", daysAgo(3));

        given(imported().and(new PartnershipRenamed("Northwind Trading", daysAgo(3)), group))
                .when(
                        new ImportPartnership(
                                ID,
                                "k-1",
                                "Northwind Trading",
                                "Northwind Group",
                                PartnerType.RESELLER,
                                null,
                                null,
                                null,
                                daysAgo(100),
                                Map.of(),
                                null,
                                null))
                .then(
                        new RowImported(
                                "k-1",
                                "Northwind Trading",
                                "Northwind Group",
                                "RESELLER",
                                null,
                                "Mara",
                                "RESELL",
                                "merged",
                                daysAgo(45),
                                NOW));
    }

    @Test
    void a_blank_says_nothing() {
        given(imported())
                .when(
                        new ImportPartnership(
                                ID,
                                "k-1",
                                "Northwind",
                                "Northwind Ltd",
                                PartnerType.RESELLER,
                                null,
                                null,
                                null,
                                daysAgo(100),
                                Map.of(),
                                null,
                                null))
                .thenNothingNew();
    }

    @Test
    void a_blank_says_nothing_also_where_the_first_row_needs_a_value() {
        given(imported()).when(blank(null)).thenNothingNew();
        given(imported())
                .when(blank(daysAgo(1)))
                .then(
                        new MotionImported(daysAgo(1)),
                        said("Northwind", "Mara", "RESELL", daysAgo(1), NOW));
        var registered =
                new PartnershipRegistered(
                        ID,
                        "Northwind",
                        "Northwind Ltd",
                        "RESELLER",
                        null,
                        null,
                        "k-1",
                        daysAgo(100));
        var quiet =
                new RowImported(
                        "k-1",
                        "Northwind",
                        "Northwind Ltd",
                        "RESELLER",
                        null,
                        null,
                        null,
                        null,
                        null,
                        daysAgo(100));
        given(noPartnership().and(registered, quiet))
                .when(blank(daysAgo(101)))
                .thenBroken(
                        "/row",
                        "lastMotionAt lies before registeredAt, which is %s here"
                                .formatted(daysAgo(100)));
        given(noPartnership())
                .when(blank(null))
                .thenBroken("/row", "name, partnerName, partnerType and registeredAt are required");
    }

    private static ImportPartnership blank(@Nullable Instant lastMotionAt) {
        return new ImportPartnership(
                ID, "k-1", null, null, null, null, null, null, null, Map.of(), null, lastMotionAt);
    }

    @Test
    void a_row_from_before_all_of_it_was_kept_changes_nothing_either() {
        var old =
                new RowImported(
                        "k-1",
                        "Northwind",
                        null,
                        null,
                        null,
                        "Mara",
                        "RESELL",
                        null,
                        null,
                        daysAgo(100));
        var patched =
                new PartnerDescribed("Northwind Group", "TELCO", null, null, "k-1", daysAgo(3));

        given(brought().and(old, patched))
                .when(
                        new ImportPartnership(
                                ID,
                                "k-1",
                                "Northwind",
                                "Northwind Ltd",
                                PartnerType.RESELLER,
                                Pattern.RESELL,
                                null,
                                "Mara",
                                daysAgo(100),
                                PILOTED,
                                null,
                                daysAgo(45)))
                .thenNothingNew();
    }

    @Test
    void in_sunset_pattern_and_owner_stay_as_they_are() {
        given(imported().and(new PartnershipSunset("x", "y", passed(Stage.SUNSET), daysAgo(2))))
                .when(row("Northwind", Pattern.REFERRAL, "Mara", PILOTED, daysAgo(45)))
                .thenBroken(
                        "/row", "pattern and owner cannot change in SUNSET; revive it to go on");
    }

    @Test
    void the_reason_of_an_imported_end_cannot_change() {
        var ended = new PartnershipSunset("sold", "sold", null, daysAgo(20));
        var said =
                new RowImported(
                        "k-1",
                        "Northwind",
                        "Northwind Ltd",
                        "RESELLER",
                        null,
                        "Mara",
                        "RESELL",
                        "sold",
                        daysAgo(45),
                        daysAgo(100));

        given(brought().and(ended, said))
                .when(row("Northwind", PILOTED, daysAgo(45)))
                .thenBroken(
                        "/row",
                        "the reason of an end cannot change by import; it is 'sold' here and 'merged'"
                                + " in the row");
    }

    @Test
    void what_is_voided_is_left_alone() {
        given(imported().and(new PartnershipVoided("twice", null, daysAgo(1))))
                .when(row("Other", PILOTED, daysAgo(45)))
                .thenIllegal("The partnership is voided; unvoid it to go on");
    }

    @Test
    void a_later_row_never_moves_the_clock_backwards() {
        given(imported())
                .when(row("Northwind", PILOTED, daysAgo(60)))
                .thenBroken(
                        why ->
                                why.startsWith(
                                                "lastMotionAt goes on only, and is "
                                                        + daysAgo(45)
                                                        + " here; if that never was, withdraw it by"
                                                        + " POST /partnerships/"
                                                        + ID
                                                        + "/history/")
                                        && why.endsWith("/withdrawal"));
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
                        "/row",
                        "the date of a stage cannot change by import: LAUNCH has no date here and "
                                + daysAgo(3)
                                + " in the row, move it by POST /partnerships/"
                                + ID
                                + "/transitions");
        given(imported())
                .when(row("Northwind", Map.of(Stage.PILOT, daysAgo(51)), daysAgo(45)))
                .thenBroken(
                        why ->
                                why.startsWith(
                                                "the date of a stage cannot change by import: PILOT"
                                                        + " is "
                                                        + daysAgo(50)
                                                        + " here and "
                                                        + daysAgo(51)
                                                        + " in the row, correct it by POST"
                                                        + " /partnerships/"
                                                        + ID
                                                        + "/history/")
                                        && why.endsWith("/correction"));
    }

    private static History imported() {
        return brought().and(said("Northwind", "Mara", "RESELL", daysAgo(45), daysAgo(100)));
    }

    private static RowImported said(
            String name, String owner, String pattern, Instant lastMotionAt, Instant at) {
        return new RowImported(
                "k-1",
                name,
                "Northwind Ltd",
                "RESELLER",
                null,
                owner,
                pattern,
                "merged",
                lastMotionAt,
                at);
    }

    private static ImportPartnership with(String partner, PartnerType type, String segment) {
        return new ImportPartnership(
                ID,
                "k-1",
                "Northwind",
                partner,
                type,
                Pattern.RESELL,
                segment,
                "Mara",
                daysAgo(100),
                PILOTED,
                "merged",
                daysAgo(45));
    }

    /** All that the first row brought, but for what it said. */
    private static History brought() {
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
                        new MotionImported(daysAgo(45)));
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
