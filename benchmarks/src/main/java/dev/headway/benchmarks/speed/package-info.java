/**
 * How fast Headway is, beside what PostgreSQL can commit at all and beside the stock engine: all of
 * it in one run on one machine, in turns, so that what counts is the ratio. {@link SpeedRun} says
 * what is measured; each measurement is a class.
 */
@NullMarked
package dev.headway.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
