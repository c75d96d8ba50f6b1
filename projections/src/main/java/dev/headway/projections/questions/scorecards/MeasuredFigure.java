package dev.headway.projections.questions.scorecards;

import dev.headway.projections.questions.scorecards.Measure.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the scorecard, and the events behind it.
 *
 * @param value a share to four digits, a median to four, or a number; null where there is nothing
 *     to take a share or a median of
 * @param of how many observations it is made of
 * @param parts the same of each part, where there are parts; null otherwise
 * @param events behind the newest observations, at most so many
 * @param moreEvents how many more there are
 */
record MeasuredFigure(
        @Nullable BigDecimal value,
        int of,
        @Nullable List<Part> parts,
        List<String> events,
        int moreEvents) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int DIGITS = 4;

    /** One part. */
    record Part(String part, @Nullable BigDecimal value, int of) {}

    static MeasuredFigure of(Measure measure, Collection<Observation> observations, int most) {
        var events = new LinkedHashSet<String>();
        observations.stream()
                .sorted(
                        Comparator.comparing(Observation::at)
                                .reversed()
                                .thenComparing(each -> each.events().toString()))
                .forEach(each -> events.addAll(each.events()));
        return new MeasuredFigure(
                value(measure.sum(), observations),
                observations.size(),
                measure.hasParts() ? parts(measure, observations) : null,
                events.stream().limit(most).toList(),
                Math.max(0, events.size() - most));
    }

    private static List<Part> parts(Measure measure, Collection<Observation> observations) {
        var parts = new TreeMap<String, List<Observation>>();
        for (var each : observations) {
            parts.computeIfAbsent(each.part(), _ -> new ArrayList<>()).add(each);
        }
        return parts.entrySet().stream()
                .map(
                        each ->
                                new Part(
                                        each.getKey(),
                                        value(measure.sum(), each.getValue()),
                                        each.getValue().size()))
                .toList();
    }

    private static @Nullable BigDecimal value(Sum sum, Collection<Observation> all) {
        return switch (sum) {
            case COUNT -> BigDecimal.valueOf(all.size());
            case DISTINCT ->
                    BigDecimal.valueOf(all.stream().map(Observation::part).distinct().count());
            case SHARE -> share(all);
            case MEDIAN -> median(all.stream().map(Observation::value).sorted().toList());
        };
    }

    private static @Nullable BigDecimal share(Collection<Observation> all) {
        return all.isEmpty()
                ? null
                : all.stream()
                        .map(Observation::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(all.size()), DIGITS, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal median(List<BigDecimal> sorted) {
        return sorted.isEmpty()
                ? null
                : sorted.get((sorted.size() - 1) / 2)
                        .add(sorted.get(sorted.size() / 2))
                        .divide(TWO, DIGITS, RoundingMode.HALF_UP);
    }
}
