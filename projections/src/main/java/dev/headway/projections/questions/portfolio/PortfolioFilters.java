package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.contracts.written.ExternalKey;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.querying.QueryParameters;
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
        @Nullable Boolean stepsSecured,
        boolean voided,
        @Nullable String q) {

    static PortfolioFilters of(QueryParameters query, Principal caller) {
        return new PortfolioFilters(
                query.anyOf("stage", QueryParameters.names(Stage.class)),
                query.anyOf("pattern", QueryParameters.names(Pattern.class)),
                query.anyOf("type", QueryParameters.names(PartnerType.class)),
                query.anyOf("classification", QueryParameters.names(Classification.class)),
                OwnerFilter.of(query, caller),
                key(query.textOrNone("externalKey")),
                query.flag("ghost"),
                query.flag("stepsSecured"),
                Boolean.TRUE.equals(query.flag("voided")),
                folded(query.textOrNone("q")));
    }

    /** Whether it is narrowed to what only a clock can tell; voided ones have none. */
    boolean isAboutClocks() {
        return ghost != null && !voided;
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
        if (isAboutClocks()) {
            GhostClockJoin.silentSinceByStage(thresholds, now).forEach(conditions::with);
        }
        return conditions;
    }

    /** The stages of which the list may hold any. */
    List<Stage> listedStages() {
        return Stream.of(Stage.values())
                .filter(stage -> stages == null || List.of(stages).contains(stage.name()))
                .filter(stage -> stage.hasGhostClock() || !isAboutGhostTowns())
                .toList();
    }

    /** Whether it is narrowed to ghost towns. */
    boolean isAboutGhostTowns() {
        return isAboutClocks() && Boolean.TRUE.equals(ghost);
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
