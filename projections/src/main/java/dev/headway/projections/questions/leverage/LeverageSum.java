package dev.headway.projections.questions.leverage;

import dev.headway.contracts.Attribution;
import dev.headway.projections.questions.leverage.ToldLeverage.Win;
import dev.headway.projections.questions.leverage.ToldLeverage.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What some joint wins come to.
 *
 * @param wins how many there are, those of which nobody said what they are worth among them
 * @param sums one for each currency, in the order of their codes
 * @param events the ids of the newest wins, at most so many
 */
record LeverageSum(int wins, List<OfCurrency> sums, List<String> events) {

    /** As many as somebody looks up; a narrower question has the others. */
    static final int MOST_EVENTS = 100;

    /**
     * Exact, and of one currency alone.
     *
     * @param wins how many are worth something in this currency
     * @param value of all of them
     * @param sourced of those that the partner brought
     * @param influenced of those that the partner helped to win
     * @param unattributed of those of which nobody said so
     */
    record OfCurrency(
            String currency,
            int wins,
            BigDecimal value,
            BigDecimal sourced,
            BigDecimal influenced,
            BigDecimal unattributed) {

        private static final String SOURCED = Attribution.SOURCED.name();
        private static final String INFLUENCED = Attribution.INFLUENCED.name();

        private OfCurrency plus(BigDecimal more, @Nullable String attribution) {
            var isSourced = SOURCED.equals(attribution);
            var isInfluenced = INFLUENCED.equals(attribution);
            return new OfCurrency(
                    currency,
                    wins + 1,
                    value.add(more),
                    isSourced ? sourced.add(more) : sourced,
                    isInfluenced ? influenced.add(more) : influenced,
                    isSourced || isInfluenced ? unattributed : unattributed.add(more));
        }
    }

    static LeverageSum of(Collection<Win> wins) {
        var sums = new TreeMap<String, OfCurrency>();
        for (var win : wins) {
            if (win.worth() instanceof Worth(var value, var currency)) {
                sums.put(
                        currency,
                        sums.getOrDefault(currency, nothing(currency))
                                .plus(value, win.attribution()));
            }
        }
        var events =
                wins.stream()
                        .sorted(
                                Comparator.comparing(Win::at)
                                        .reversed()
                                        .thenComparing(Win::eventId))
                        .limit(MOST_EVENTS)
                        .map(Win::eventId)
                        .toList();
        return new LeverageSum(wins.size(), new ArrayList<>(sums.values()), events);
    }

    private static OfCurrency nothing(String currency) {
        return new OfCurrency(
                currency, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
