package dev.headway.benchmarks.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was measured, by name; several rounds make one figure. */
final class Figures {

    private final Map<String, Figure> byName = new LinkedHashMap<>();
    private final String commit;
    private String part = "";

    /**
     * @param commit of what is measured
     */
    Figures(String commit) {
        this.commit = commit;
    }

    /** One thing that was measured, once a round; in which part, and at which commit. */
    record Figure(String name, String unit, List<Double> rounds, String part, String commit) {

        double median() {
            var sorted = rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            var middle = sorted.length / 2;
            return sorted.length % 2 == 1
                    ? sorted[middle]
                    : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        double min() {
            return rounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        }

        double max() {
            return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        }
    }

    /** What follows is measured in this part. */
    void begin(String part) {
        this.part = part;
    }

    /** Those of an earlier run. */
    void keep(Figure earlier) {
        byName.put(earlier.name(), earlier);
    }

    /** Keeps a round's value and says it, so that a long run can be followed. */
    double add(String name, String unit, double value) {
        byName.computeIfAbsent(name, _ -> new Figure(name, unit, new ArrayList<>(), part, commit))
                .rounds()
                .add(value);
        System.out.printf(Locale.ROOT, "  %-46s %12s %s%n", name, shown(value), unit);
        return value;
    }

    Optional<Figure> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Figure> all() {
        return byName.values();
    }

    /** Three digits, as many as are worth anything here. */
    static String shown(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        var size = Math.abs(value);
        var digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** The largest of the newest values of all figures whose name begins and ends like this. */
    void addWorst(String name, String beginning) {
        byName.values().stream()
                .filter(each -> each.name().startsWith(beginning))
                .filter(each -> each.name().endsWith(", p99") && !each.name().contains("slowest"))
                .mapToDouble(each -> each.rounds().getLast())
                .max()
                .ifPresent(worst -> add(name, "ms", worst));
    }

    /** The median of ratios, one a round, of what was measured in the same round. */
    void addRatio(String name, String over, String under) {
        var above = byName.get(over);
        var below = byName.get(under);
        if (above != null && below != null) {
            var rounds = Math.min(above.rounds().size(), below.rounds().size());
            var ratios = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                ratios[i] = above.rounds().get(i) / below.rounds().get(i);
            }
            Arrays.stream(ratios).forEach(ratio -> add(name, "", ratio));
        }
    }
}
