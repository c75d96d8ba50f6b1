package dev.headway.projections.console.figures;

import java.util.List;

/**
 * Bars from left to right, one below the other, in a picture 640 wide. Within each lies a darker
 * one, for the part that is meant.
 *
 * @param tone {@code plain}, or {@code bad} where the inner part is what is wrong
 */
public record Bars(List<Bar> bars, String tone) {

    private static final int ROW = 28;
    private static final double LEFT = 150;
    private static final double WIDTH = 400;
    private static final int LONGEST = 20;

    /**
     * One row.
     *
     * @param inner the part of it that is meant
     * @param said beside the bar
     */
    public record Bar(String label, double value, double inner, String said) {

        /** As far as there is room for it. */
        public String brief() {
            return label.codePointCount(0, label.length()) <= LONGEST
                    ? label
                    : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
    }

    public int height() {
        return Math.max(1, bars.size()) * ROW + 4;
    }

    public int y(int row) {
        return row * ROW + 4;
    }

    public double width(double value) {
        var most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        return most <= 0 ? 0 : Round.tenth(WIDTH * Math.max(0, value) / most);
    }

    public double left() {
        return LEFT;
    }

    /** Where what is said about a bar begins. */
    public double end(double value) {
        return LEFT + width(value) + 8;
    }
}
