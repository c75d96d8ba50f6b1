package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list that one index has in the order asked for. Most orders are one part; when a
 * ghost town begins depends on the stage's threshold, so there the stages are parts of their own,
 * merged, and whatever is none comes after all.
 *
 * @param range which rows it has, from where the page begins
 * @param shown the sort key as the cursor has it; binds {@code :key} and {@code :id} from there
 * @param order the order by the key, followed by a comma; empty where all have the same
 */
record SortBranch(String range, String shown, String order) {

    private static final String NEVER = "infinity";

    private static final List<Stage> WITH_CLOCK =
            List.of(Stage.values()).stream().filter(Stage::hasGhostClock).toList();

    /**
     * @param afterKey the key of the row before the page, or null for the first page
     */
    static List<SortBranch> of(
            PortfolioSort sort, @Nullable String afterKey, Thresholds thresholds) {
        if (sort.field() != PortfolioSort.Field.GHOST_AT) {
            return List.of(of(sort, afterKey != null, "true", ""));
        }
        var branches = new ArrayList<SortBranch>();
        for (var stage : WITH_CLOCK) {
            var threshold = thresholds.after(GhostClock.RULE, stage);
            branches.add(
                    of(
                            sort,
                            afterKey != null,
                            GhostClockJoin.isTickingIn(stage),
                            " interval '%s'".formatted(threshold)));
        }
        branches.add(still(sort, afterKey));
        return branches;
    }

    /**
     * @param later how much later than its column the key is, as an interval, or empty
     */
    private static SortBranch of(
            PortfolioSort sort, boolean isContinued, String condition, String later) {
        var key = "cast(:key as " + sort.type() + ")" + (later.isEmpty() ? "" : " -" + later);
        return new SortBranch(
                isContinued
                        ? "%s\nand (%s, %s) %s (%s, :id)"
                                .formatted(condition, sort.key(), sort.id(), sort.comparison(), key)
                        : condition,
                later.isEmpty() ? sort.key() : "(" + sort.key() + " +" + later + ")",
                sort.key() + " " + sort.direction() + ",");
    }

    private static SortBranch still(PortfolioSort sort, @Nullable String afterKey) {
        var begins =
                afterKey == null || (!afterKey.equals(NEVER) && !sort.isDescending())
                        ? "true"
                        : afterKey.equals(NEVER)
                                ? "%s %s :id".formatted(sort.id(), sort.comparison())
                                : "false"; // all of them are on earlier pages
        return new SortBranch(
                GhostClockJoin.IS_STILL + "\nand " + begins,
                "cast('" + NEVER + "' as timestamptz)",
                "");
    }
}
