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
 * @param condition which rows it has, from where the page begins
 * @param shown the sort key as the cursor has it; binds {@code :key} and {@code :id} from there
 * @param order its rows in the order of the list
 */
record SortBranch(String condition, String shown, String order) {

    private static final String NEVER = "infinity";

    /**
     * @param afterKey the key of the row before the page, or null for the first page
     */
    static List<SortBranch> of(
            PortfolioFilters filters,
            PortfolioSort sort,
            @Nullable String afterKey,
            Thresholds thresholds) {
        var isByGhostAt = sort.field() == PortfolioSort.Field.GHOST_AT;
        if (filters.voided()) {
            var isListed = isIn(filters.listedStages());
            return isByGhostAt
                    ? still(sort, afterKey, isListed, PortfolioSort.ID)
                    : List.of(by(sort, afterKey, isListed, ""));
        }
        var branches = new ArrayList<SortBranch>();
        for (var stage : filters.listedStages()) {
            var isListed = isIn(List.of(stage)) + clockIsListed(filters, sort, stage);
            if (!isByGhostAt) {
                branches.add(by(sort, afterKey, isListed, ""));
            } else if (stage.hasGhostClock()) {
                var hasMoved = isListed + "\nand " + GhostClockJoin.HAS_MOVED;
                var later = " interval '%s'".formatted(thresholds.after(GhostClock.RULE, stage));
                branches.add(by(sort, afterKey, hasMoved, later));
                if (!filters.isAboutGhostTowns()) {
                    var neverMoved = isListed + "\nand " + GhostClockJoin.NEVER_MOVED;
                    branches.addAll(still(sort, afterKey, neverMoved, GhostClockJoin.ID));
                }
            } else {
                branches.addAll(still(sort, afterKey, isListed, PortfolioSort.ID));
            }
        }
        return branches;
    }

    private static String isIn(List<Stage> stages) {
        return stages.stream()
                .map(stage -> PortfolioSort.STAGE + " = " + (stage.ordinal() + 1))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String clockIsListed(PortfolioFilters filters, PortfolioSort sort, Stage stage) {
        if (!filters.needClock(sort)) {
            return "";
        }
        var isIn = "\nand " + GhostClockJoin.isIn(stage);
        if (!filters.isAboutClocks() || !stage.hasGhostClock()) {
            return isIn;
        }
        return isIn
                + "\nand "
                + (filters.isAboutGhostTowns()
                        ? GhostClockJoin.isGhostTownIn(stage)
                        : GhostClockJoin.isNoGhostTownIn(stage));
    }

    /**
     * @param later how much later than its column the key is, as an interval, or empty
     */
    private static SortBranch by(
            PortfolioSort sort, @Nullable String afterKey, String condition, String later) {
        var key = "cast(:key as " + sort.type() + ")" + (later.isEmpty() ? "" : " -" + later);
        return new SortBranch(
                afterKey == null
                        ? condition
                        : "%s\nand (%s, %s) %s (%s, :id)"
                                .formatted(
                                        condition, sort.key(), sort.id(), sort.comparison(), key),
                later.isEmpty() ? sort.key() : "(" + sort.key() + " +" + later + ")",
                "%s %s, %s %s"
                        .formatted(sort.key(), sort.direction(), sort.id(), sort.direction()));
    }

    /** Those that will not be ghost towns as they are; none where all are on earlier pages. */
    private static List<SortBranch> still(
            PortfolioSort sort, @Nullable String afterKey, String condition, String id) {
        if (afterKey != null && !afterKey.equals(NEVER) && sort.isDescending()) {
            return List.of();
        }
        var begins =
                NEVER.equals(afterKey) ? "\nand %s %s :id".formatted(id, sort.comparison()) : "";
        return List.of(
                new SortBranch(
                        condition + begins,
                        "cast('" + NEVER + "' as timestamptz)",
                        id + " " + sort.direction()));
    }
}
