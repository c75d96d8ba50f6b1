package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The funnel, and how long partnerships stay in each stage. */
final class StageFigures {

    private StageFigures() {}

    /**
     * One stage.
     *
     * @param now partnerships that are in it
     * @param reached partnerships that ever were
     * @param conversion the share of those in the stage before that reached this one; null for
     *     PROSPECT and SUNSET, which come after no stage in particular, and where nobody could
     */
    record InStage(
            Stage stage,
            long now,
            long reached,
            @Nullable BigDecimal conversion,
            MedianDays medianDays) {}

    /**
     * Days of 24 hours, over the partnerships that ever were in the stage; a present stay counts
     * until now.
     *
     * @param latest of the latest stay of each
     * @param cumulative of all stays of each
     */
    record MedianDays(@Nullable BigDecimal latest, @Nullable BigDecimal cumulative) {}

    /** Of one stage: how long everybody was in it, and how many are. */
    private static final class Lengths {
        private final double[] latest;
        private final double[] cumulative;
        private int reached;
        private long now;
        private boolean isIn;

        Lengths(int most) {
            latest = new double[most];
            cumulative = new double[most];
        }

        /** A stay of the partnership in hand. */
        void add(PartnershipFigures.Stay stay, Instant until) {
            isIn = true;
            latest[reached] = stay.days(until);
            cumulative[reached] += stay.days(until);
            now += stay.isPresent() ? 1 : 0;
        }

        /** On to another partnership. */
        void next() {
            reached += isIn ? 1 : 0;
            isIn = false;
        }
    }

    /** All five stages, in the order in which they are lived. */
    static List<InStage> of(Collection<PartnershipFigures> partnerships, Instant now) {
        var lengths =
                Stream.of(Stage.values())
                        .map(_ -> new Lengths(partnerships.size()))
                        .toArray(Lengths[]::new);
        for (var partnership : partnerships) {
            for (var stay : partnership.stays()) {
                lengths[stay.stage().ordinal()].add(stay, now);
            }
            for (var each : lengths) {
                each.next();
            }
        }
        return Stream.of(Stage.values()).map(stage -> inStage(stage, lengths)).toList();
    }

    private static InStage inStage(Stage stage, Lengths[] lengths) {
        var these = lengths[stage.ordinal()];
        var before = stage.ordinal() == 0 ? 0 : lengths[stage.ordinal() - 1].reached;
        return new InStage(
                stage,
                these.now,
                these.reached,
                stage.isActive() ? share(these.reached, before) : null,
                new MedianDays(
                        median(these.latest, these.reached),
                        median(these.cumulative, these.reached)));
    }

    /** How much some are of all, to four digits; null of none. */
    static @Nullable BigDecimal share(long some, long all) {
        return all == 0
                ? null
                : BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
    }

    /** The median of the first values, to two digits; null of none. Sorts them. */
    static @Nullable BigDecimal median(double[] values, int count) {
        if (count == 0) {
            return null;
        }
        Arrays.sort(values, 0, count);
        var middle = (values[(count - 1) / 2] + values[count / 2]) / 2;
        return BigDecimal.valueOf(middle).setScale(2, RoundingMode.HALF_UP);
    }
}
