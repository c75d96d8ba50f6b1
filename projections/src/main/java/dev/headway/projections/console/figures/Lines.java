package dev.headway.projections.console.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shares of one over days from 0 to 90, a line for each, in a picture of 640 by 220. */
public record Lines(List<Line> lines) {

    private static final double LEFT = 40;
    private static final double RIGHT = 540;
    private static final double TOP = 12;
    private static final double BOTTOM = 190;
    private static final double APART = 13;

    /** As wide as a month and a percentage are. */
    private static final double LABEL = 100;

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

    /** Beside the newest line, and beside each before it whose end is free. */
    public List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        for (var line : lines.reversed()) {
            var label = label(line);
            if (labels.stream().noneMatch(other -> areUponEachOther(label, other))) {
                labels.add(label);
            }
        }
        return labels;
    }

    private static Label label(Line line) {
        var end = line.last();
        var y = Math.clamp(y(end.share()) + 4, TOP + 4, BOTTOM - 4);
        return new Label(line.said(), line.tone(), x(end.day()) + 6, y);
    }

    private static boolean areUponEachOther(Label one, Label other) {
        return Math.abs(one.y() - other.y()) < APART && Math.abs(one.x() - other.x()) < LABEL;
    }
}
