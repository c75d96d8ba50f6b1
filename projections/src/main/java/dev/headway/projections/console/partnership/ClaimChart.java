package dev.headway.projections.console.partnership;

import dev.headway.projections.console.api.ApiObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was measured against what was claimed, as a picture of 640 by 196.
 *
 * @param points the measurements that belong to the claim, the oldest first
 */
public record ClaimChart(
        double baseline,
        double target,
        Instant begin,
        Instant due,
        Instant now,
        List<Point> points) {

    private static final double LEFT = 44;
    private static final double RIGHT = 548;
    private static final double TOP = 22;
    private static final double BOTTOM = 160;

    /** One measurement. */
    public record Point(Instant at, double value, String evidence) {}

    /** Nothing where nothing is claimed. */
    static @Nullable ClaimChart of(ApiObject known, Instant now) {
        var claim = known.at("leverageClaim");
        var metric = claim.at("metric");
        var baseline = metric.number("baseline");
        var target = metric.number("target");
        var claimed = claim.instant("claimedAt");
        var due = claim.instant("dueOn");
        if (baseline == null || target == null || claimed == null || due == null) {
            return null;
        }
        var points = new ArrayList<Point>();
        for (var each : known.each("measurements")) {
            var value = each.number("value");
            var at = each.instant("at");
            if (value != null && at != null && isOf(each, metric)) {
                points.add(new Point(at, value.doubleValue(), each.text("evidence")));
            }
        }
        points.sort(Comparator.comparing(Point::at));
        return new ClaimChart(
                baseline.doubleValue(), target.doubleValue(), claimed, due, now, points);
    }

    private static boolean isOf(ApiObject measurement, ApiObject metric) {
        var taken = measurement.at("metric");
        return taken.text("name").equals(metric.text("name"))
                && taken.text("unit").equals(metric.text("unit"));
    }

    public double x(Instant at) {
        var first = points.isEmpty() ? begin : earlier(begin, points.getFirst().at());
        var last = later(later(due, now), points.isEmpty() ? due : points.getLast().at());
        var all = Math.max(1, last.toEpochMilli() - first.toEpochMilli());
        return round(
                LEFT + (RIGHT - LEFT) * (at.toEpochMilli() - first.toEpochMilli()) / (double) all);
    }

    public double y(double value) {
        var low = points.stream().mapToDouble(Point::value).min().orElse(baseline);
        var high = points.stream().mapToDouble(Point::value).max().orElse(target);
        var bottom = Math.min(low, Math.min(baseline, target));
        var top = Math.max(high, Math.max(baseline, target));
        var span = top - bottom == 0 ? 1 : top - bottom;
        return round(BOTTOM - (BOTTOM - TOP) * (value - bottom) / span);
    }

    public String line() {
        return points.stream()
                .map(point -> x(point.at()) + " " + y(point.value()))
                .collect(Collectors.joining("L", "M", ""));
    }

    public @Nullable Point latest() {
        return points.isEmpty() ? null : points.getLast();
    }

    /** Without zeros that say nothing. */
    public String number(double value) {
        return Objects.requireNonNull(BigDecimal.valueOf(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
