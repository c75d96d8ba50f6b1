package dev.headway.projections.questions.figures;

import dev.headway.projections.questions.figures.HowIsThePortfolioDoing.Answer;
import java.time.Duration;
import java.time.Instant;

/**
 * An answer, and how far what it follows from had read.
 *
 * @param nanos when it was computed, by the system's own timer
 */
record SharedAnswer(long position, Answer answer, long nanos) {

    boolean isGood(long wanted, Instant now, Duration age) {
        return position >= wanted
                && System.nanoTime() - nanos < age.toNanos()
                && Duration.between(answer.at(), now).abs().compareTo(age) < 0;
    }
}
