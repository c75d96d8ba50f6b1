package dev.headway.projections.console.figures;

/** Numbers in pictures. */
final class Round {

    private Round() {}

    /** No eye sees more, and an address of points is shorter. */
    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
