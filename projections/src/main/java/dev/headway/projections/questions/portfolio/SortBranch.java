package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list that one index has in the order asked for; the parts are merged. Each stage is
 * one: its index is in any order, and knows what else the list may be narrowed to. Two, where the
 * order is when a ghost town begins: by their clocks, and those whose clocks stand still after all.
 *
 * @param needsClock whether only those with a clock are in it
 * @param condition which rows it has, from where the page begins
 * @param shown the sort key as the cursor has it; binds {@code :key} and {@code :id} from there
 * @param order its rows in the order of the list
 */
record SortBranch(boolean needsClock, String condition, String shown, String order) {

    private static final String NEVER = "infinity";

    /**
     * @param afterKey the key of the row before the page, or null for the first page
     * @param ghostTownsAreMet whether ghost towns are looked for in the order of the list
     */
    static List<SortBranch> of(
            PortfolioFilters filters,
            PortfolioSort sort,
            @Nullable String afterKey,
            Thresholds thresholds,
            boolean ghostTownsAreMet) {
        if (filters.voided()) {
            return ofVoided(filters, sort, afterKey);
        }
        var branches = new ArrayList<SortBranch>();
        for (var stage : filters.listedStages()) {
            if (ghostTownsAreMet) {
                var isOne = GhostClockJoin.isOneOfGhostTownsIn(stage);
                branches.add(
                        by(sort, afterKey, false, isIn(List.of(stage)) + "\nand " + isOne, ""));
            } else if (!isByGhostAt(sort)) {
                var needsClock = sort.isByClock() || clockMatters(filters, stage);
                var isListed = isListed(filters, stage, needsClock);
                branches.add(by(sort, afterKey, needsClock, isListed, ""));
            } else if (stage.hasGhostClock()) {
                var isListed = isListed(filters, stage, true);
                var hasMoved = isListed + "\nand " + GhostClockJoin.HAS_MOVED;
                var later = " interval '%s'".formatted(thresholds.after(GhostClock.RULE, stage));
                branches.add(by(sort, afterKey, true, hasMoved, later));
                if (!filters.needsGhostAt()) {
                    var neverMoved = isListed + "\nand " + GhostClockJoin.NEVER_MOVED;
                    branches.addAll(still(sort, afterKey, true, neverMoved));
                }
            } else {
                branches.addAll(still(sort, afterKey, false, isIn(List.of(stage))));
            }
        }
        return branches;
    }

    /** They have no clock. */
    private static List<SortBranch> ofVoided(
            PortfolioFilters filters, PortfolioSort sort, @Nullable String afterKey) {
        var isListed = isIn(filters.listedStages());
        return isByGhostAt(sort)
                ? still(sort, afterKey, false, isListed)
                : List.of(by(sort, afterKey, false, isListed, ""));
    }

    private static boolean isByGhostAt(PortfolioSort sort) {
        return sort.field() == PortfolioSort.Field.GHOST_AT;
    }

    static boolean clockMatters(PortfolioFilters filters, Stage stage) {
        return filters.isAboutClocks() && stage.hasGhostClock();
    }

    private static String isIn(List<Stage> stages) {
        return stages.stream()
                .map(stage -> PortfolioSort.STAGE + " = " + (stage.ordinal() + 1))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** What is listed of a stage. */
    static String isListed(PortfolioFilters filters, Stage stage, boolean needsClock) {
        var isListed = isIn(List.of(stage));
        if (needsClock) {
            isListed += "\nand " + GhostClockJoin.isIn(stage);
        }
        if (clockMatters(filters, stage)) {
            isListed += "\nand " + filters.clockCondition(stage);
        }
        return isListed;
    }

    /**
     * @param later how much later than its column the key is, as an interval, or empty
     */
    private static SortBranch by(
            PortfolioSort sort,
            @Nullable String afterKey,
            boolean needsClock,
            String condition,
            String later) {
        var key = "cast(:key as " + sort.type() + ")" + (later.isEmpty() ? "" : " -" + later);
        var id = needsClock ? sort.id() : PortfolioSort.ID;
        var column = sort.isByClock() && !needsClock ? GhostClockJoin.MOVED_AT_IF_ANY : sort.key();
        return new SortBranch(
                needsClock,
                afterKey == null
                        ? condition
                        : "%s\nand (%s, %s) %s (%s, :id)"
                                .formatted(condition, column, id, sort.comparison(), key),
                later.isEmpty() ? column : "(" + column + " +" + later + ")",
                "%s %s, %s %s".formatted(column, sort.direction(), id, sort.direction()));
    }

    /** Those that will not be ghost towns as they are; none where all are on earlier pages. */
    private static List<SortBranch> still(
            PortfolioSort sort, @Nullable String afterKey, boolean needsClock, String condition) {
        if (afterKey != null && !afterKey.equals(NEVER) && sort.isDescending()) {
            return List.of();
        }
        var id = needsClock ? GhostClockJoin.ID : PortfolioSort.ID;
        var begins =
                NEVER.equals(afterKey) ? "\nand %s %s :id".formatted(id, sort.comparison()) : "";
        return List.of(
                new SortBranch(
                        needsClock,
                        condition + begins,
                        "cast('" + NEVER + "' as timestamptz)",
                        id + " " + sort.direction()));
    }
}
