package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.contracts.written.ExternalKey;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to; null, in any of them, is no narrowing.
 *
 * @param owner empty for those that nobody owns
 * @param externalKey empty for those without
 * @param q folded, as what it is searched in
 */
record PortfolioFilters(
        String @Nullable [] stages,
        String @Nullable [] patterns,
        String @Nullable [] types,
        String @Nullable [] classifications,
        @Nullable String owner,
        @Nullable String externalKey,
        @Nullable Boolean ghost,
        @Nullable Boolean stepsSecured,
        boolean voided,
        @Nullable String q) {

    static PortfolioFilters of(QueryParameters query) {
        return new PortfolioFilters(
                query.anyOf("stage", QueryParameters.names(Stage.class)),
                query.anyOf("pattern", QueryParameters.names(Pattern.class)),
                query.anyOf("type", QueryParameters.names(PartnerType.class)),
                query.anyOf("classification", QueryParameters.names(Classification.class)),
                query.textOrNone("owner"),
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

    /** Whether only those with a clock are listed in this order. */
    boolean needClock(PortfolioSort sort) {
        return isAboutClocks() || sort.isByClock() && !voided;
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
        var conditions =
                new Conditions()
                        .and(voided ? "p.voided" : "not p.voided")
                        .and(PortfolioSort.STAGE + " = any(:stages)", "stages", ranks(stages))
                        .and("p.pattern = any(:patterns)", "patterns", patterns)
                        .and("p.partner_type = any(:types)", "types", types)
                        .and(
                                "p.classification = any(:classifications)",
                                "classifications",
                                classifications)
                        .and(
                                (voided ? "0" : PortfolioSort.STEPS)
                                        + (Boolean.TRUE.equals(stepsSecured) ? " = " : " < ")
                                        + ":three",
                                "three",
                                stepsSecured == null ? null : 3)
                        .and("found.folded like :q", "q", q == null ? null : containing(q));
        orNone(conditions, "p.owner", "owner", owner);
        orNone(conditions, "p.external_key", "externalKey", externalKey);
        if (isAboutClocks()) {
            conditions.and(
                    Boolean.TRUE.equals(ghost)
                            ? GhostClockJoin.IS_GHOST_TOWN
                            : GhostClockJoin.IS_NO_GHOST_TOWN);
            GhostClockJoin.silentSinceByStage(thresholds, now).forEach(conditions::with);
        }
        return conditions;
    }

    private static void orNone(
            Conditions conditions, String column, String parameter, @Nullable String value) {
        if (value != null && value.isEmpty()) {
            conditions.and(column + " is null");
        } else {
            conditions.and(column + " = :" + parameter, parameter, value);
        }
    }

    private static Integer @Nullable [] ranks(String @Nullable [] stages) {
        return stages == null
                ? null
                : Stream.of(stages)
                        .map(stage -> Stage.valueOf(stage).ordinal() + 1)
                        .toArray(Integer[]::new);
    }

    /** A pattern for LIKE that finds the text itself, its wildcards included. */
    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
