package dev.headway.projections.console.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shares of one over days from 0 to 90, a line for each, in a picture of 640 by 220. */
public record Lines(List<Line> lines) {

    private static final double LEFT = 40;
    private static final double RIGHT = 540;
    private static final double TOP = 12;
    private static final double BOTTOM = 190;
    private static final double APART = 13;
    private static final double DAYS = 90;

    /** A share on a day. */
    public record Point(int day, double share) {}

    /**
     * One line, and what stands at its end.
     *
     * @param tone {@code new} for the latest, {@code old} for those before
     */
    public record Line(String said, String tone, List<Point> points) {

        public String path() {
            return points.stream()
                    .map(point -> x(point.day()) + " " + y(point.share()))
                    .collect(Collectors.joining("L", "M", ""));
        }

        Point last() {
            return points.getLast();
        }
    }

    /** What stands beside the end of a line, and where. */
    public record Label(String said, String tone, double x, double y) {}

    public static double x(int day) {
        return Round.tenth(LEFT + (RIGHT - LEFT) * day / DAYS);
    }

    public static double y(double share) {
        return Round.tenth(BOTTOM - (BOTTOM - TOP) * share);
    }

    /** Days and percents that have a mark. */
    public List<Integer> days() {
        return List.of(0, 30, 60, 90);
    }

    public List<Integer> percents() {
        return List.of(0, 25, 50, 75, 100);
    }

    public double atDay(int day) {
        return x(day);
    }

    public double atPercent(int percent) {
        return y(percent / 100.0);
    }

    /** Each beside its line, and none upon another. */
    public List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        var free = TOP - APART;
        var byHeight =
                lines.stream()
                        .sorted(Comparator.comparingDouble(line -> y(line.last().share())))
                        .toList();
        for (var line : byHeight) {
            var end = line.last();
            var y = Math.max(y(end.share()) + 4, free + APART);
            labels.add(new Label(line.said(), line.tone(), x(end.day()) + 6, y));
            free = y;
        }
        return labels;
    }
}
