package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.contracts.written.ExternalKey;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.QueryParameters.Range;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to; null, in any of them, is no narrowing.
 *
 * @param externalKey empty for those without
 * @param ghostAt when they become, or became, ghost towns
 * @param segment folded, empty for those without
 * @param seatsVacant of which seats one is empty at least, a bit for each; 0 for no narrowing
 * @param q folded, as what it is searched in
 */
record PortfolioFilters(
        String @Nullable [] stages,
        String @Nullable [] patterns,
        String @Nullable [] types,
        String @Nullable [] classifications,
        OwnerFilter owner,
        @Nullable String externalKey,
        @Nullable Boolean ghost,
        Range ghostAt,
        @Nullable Boolean stepsSecured,
        @Nullable String segment,
        int seatsVacant,
        ElsewhereFilters elsewhere,
        boolean voided,
        @Nullable String q) {

    private static final String ANY_SEAT = "any";

    private static final List<String> SEATS =
            Stream.concat(QueryParameters.names(Seat.class).stream(), Stream.of(ANY_SEAT)).toList();

    static PortfolioFilters of(QueryParameters query, Principal caller) {
        return new PortfolioFilters(
                query.anyOf("stage", QueryParameters.names(Stage.class)),
                query.anyOf("pattern", QueryParameters.names(Pattern.class)),
                query.anyOf("type", QueryParameters.names(PartnerType.class)),
                query.anyOf("classification", QueryParameters.names(Classification.class)),
                OwnerFilter.of(query, caller),
                key(query.textOrNone("externalKey")),
                query.flag("ghost"),
                query.range("ghostAfter", "ghostBefore"),
                query.flag("stepsSecured"),
                segment(query.textOrNone("segment")),
                bits(query.anyOf("seatVacant", SEATS)),
                ElsewhereFilters.of(query),
                Boolean.TRUE.equals(query.flag("voided")),
                folded(query.textOrNone("q")));
    }

    /** Whether it is narrowed to what only a clock can tell; voided ones have none. */
    boolean isAboutClocks() {
        return (ghost != null || !ghostAt.isOpen()) && !voided;
    }

    /** Whether it is narrowed to those that are ghost towns some time, unless they move. */
    boolean needsGhostAt() {
        return isAboutClocks() && (Boolean.TRUE.equals(ghost) || !ghostAt.isOpen());
    }

    /** Whether it is narrowed to ghost towns, and to nothing else that a clock tells. */
    boolean isAboutGhostTowns() {
        return Boolean.TRUE.equals(ghost) && ghostAt.isOpen() && !voided;
    }

    private static @Nullable String segment(@Nullable String written) {
        return written == null ? null : new FoldedText(written).text();
    }

    /** A bit for each seat, as {@code vacant_seats} has them. */
    private static int bits(String @Nullable [] seats) {
        var bits = 0;
        for (var seat : seats == null ? new String[0] : seats) {
            bits |=
                    SEATS.contains(seat) && !seat.equals(ANY_SEAT)
                            ? 1 << Seat.valueOf(seat).ordinal()
                            : -1;
        }
        return bits;
    }

    private static @Nullable String key(@Nullable String written) {
        return written == null ? null : ExternalKey.visible(written);
    }

    private static @Nullable String folded(@Nullable String text) {
        var folded = text == null ? "" : new FoldedText(text).text();
        return folded.isEmpty() ? null : folded;
    }

    /** As conditions on {@code portfolio p}, its clock and what it is found by. */
    Conditions conditions(Thresholds thresholds, Instant now) {
        var conditions = new Conditions().and(voided ? "p.voided" : "not p.voided");
        anyOf(conditions, "p.pattern", patterns);
        anyOf(conditions, "p.partner_type", types);
        anyOf(conditions, "p.classification", classifications);
        if (stepsSecured != null) {
            conditions.and((voided ? "0" : PortfolioSort.STEPS) + (stepsSecured ? " = 3" : " < 3"));
        }
        owner.narrow(conditions, "p.owner");
        orNone(conditions, "p.external_key", "externalKey", externalKey);
        orNone(conditions, "p.segment_folded", "segment", segment);
        if (seatsVacant != 0) {
            conditions.and("p.vacant_seats & " + seatsVacant + " <> 0");
        }
        if (isAboutClocks()) {
            GhostClockJoin.silentSinceByStage(thresholds, now).forEach(conditions::with);
            GhostClockJoin.ghostFromToByStage(thresholds, ghostAt).forEach(conditions::with);
        }
        return conditions;
    }

    /** The stages of which the list may hold any. */
    List<Stage> listedStages() {
        return Stream.of(Stage.values())
                .filter(stage -> stages == null || List.of(stages).contains(stage.name()))
                .filter(stage -> stage.hasGhostClock() || !needsGhostAt())
                .filter(stage -> elsewhere.mayFindIn(stage) || voided)
                .toList();
    }

    /** What is listed of a stage in which clocks run, on its clock. */
    String clockCondition(Stage stage) {
        var range = ghostAt.isOpen() ? "true" : GhostClockJoin.isGhostFromTo(stage, ghostAt);
        return ghost == null
                ? range
                : (ghost
                                ? GhostClockJoin.isGhostTownIn(stage)
                                : GhostClockJoin.isNoGhostTownIn(stage))
                        + "\nand "
                        + range;
    }

    /** Written out, they are words of ours: how many there are of each is known to the planner. */
    private static void anyOf(Conditions conditions, String column, String @Nullable [] words) {
        if (words != null) {
            conditions.and(column + " in ('" + String.join("', '", words) + "')");
        }
    }

    private static void orNone(
            Conditions conditions, String column, String parameter, @Nullable String value) {
        if (value != null && value.isEmpty()) {
            conditions.and(column + " is null");
        } else {
            conditions.and(column + " = :" + parameter, parameter, value);
        }
    }
}
