package dev.headway.projections.questions.scorecards;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One thing that a measure is made of.
 *
 * @param part of it that this belongs to (a stage, a verdict, a pattern, a folded customer), or
 *     empty
 * @param at when it came to be so: the quarter that it counts for
 * @param value days, a number, or 1 for what went well and 0 for what did not
 * @param events behind it
 */
record Observation(
        Measure measure, String part, Instant at, BigDecimal value, List<String> events) {

    static Observation of(Measure measure, Instant at, BigDecimal value, List<String> events) {
        return new Observation(measure, "", at, value, events);
    }

    static Observation counted(Measure measure, String part, Instant at, List<String> events) {
        return new Observation(measure, part, at, BigDecimal.ONE, events);
    }

    static Observation judged(Measure measure, Instant at, boolean isGood, List<String> events) {
        return of(measure, at, isGood ? BigDecimal.ONE : BigDecimal.ZERO, events);
    }
}
