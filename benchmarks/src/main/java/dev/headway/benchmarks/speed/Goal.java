package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.ProcessorTimes;
import java.util.List;

/**
 * What a figure is to reach.
 *
 * @param atLeast whether more is better
 */
record Goal(String says, String figure, boolean atLeast, double bound) {

    static final List<Goal> ALL =
            List.of(
                    new Goal(
                            "HTTP commands, authenticated and projected / L(64)",
                            "ratio: commands over HTTP / L, 64",
                            true,
                            0.15),
                    new Goal(
                            "p99 / p50 of commands at 64 connections",
                            "commands over HTTP, 64, p99/p50",
                            false,
                            6),
                    new Goal(
                            "load of 10,000 events / load of 10 events",
                            "ratio: load of 10,000 / of 10",
                            false,
                            1.5),
                    new Goal(
                            "sweep at 1,000,000 / at 10,000 partnerships, 1,000 due in each",
                            "ratio: sweep of many / of few",
                            false,
                            1.5),
                    new Goal(
                            "rebuild of all projections / COPY rows",
                            "ratio: rebuild / COPY",
                            true,
                            0.10),
                    new Goal(
                            "lag p99 under load / command p99, 64 connections",
                            "lag p99 / command p99, 64",
                            false,
                            3),
                    new Goal(
                            "resident memory after the load, MiB",
                            "resident memory after the load",
                            false,
                            700),
                    new Goal(
                            "an export of 1,000,000 events verified, seconds",
                            VerifiedExport.figure(),
                            false,
                            60),
                    new Goal(
                            "commands a second with names sealed / with names as they are",
                            "ratio: names sealed / as they are",
                            true,
                            0.85),
                    new Goal(
                            "HTTP commands by wrk, authenticated and projected / L(64)",
                            "ratio: now, commands / L(64)",
                            true,
                            0.25),
                    new Goal("p99 / p50 of commands by wrk", "now, p99/p50 by wrk", false, 5),
                    new Goal(
                            "the first 30 s after a start / the steady rate",
                            "ratio: now, first 30 s / steady",
                            true,
                            0.7),
                    cost(ProcessorTimes.REQUESTS, 190),
                    cost(ProcessorTimes.APPEND, 45),
                    cost(ProcessorTimes.COMPILERS, 10),
                    cost(ProcessorTimes.READERS, 50),
                    cost(ProcessorTimes.READERS_BACKENDS, 70),
                    cost(ProcessorTimes.OTHER_THREADS, 40),
                    atMost("portfolio, p99", 150),
                    atMost("portfolio, refused", 0),
                    atMost("portfolio, figures follow within", 1_000),
                    atMost("list, the slowest order, p99", 50),
                    atMost("list, ghost=true, p99", 50),
                    atMost("alerts, the slowest page, p99", 50),
                    atMost("search, little found, the slowest, p99", 30),
                    atMost("audit in effective time, none found, p99", 30),
                    atMost("first question, 10000 events, slowest", 150),
                    atMost("first gate, 10000 events, slowest", 150),
                    atMost("first command, 10000 events, slowest", 150));

    /** Of eight callers at once, at 100,000 partnerships with 300,000 alerts; milliseconds. */
    private static Goal atMost(String figure, double bound) {
        return new Goal("eight at once: " + figure, figure, false, bound);
    }

    /** Of a command, in microseconds of processor time. */
    private static Goal cost(String part, double bound) {
        return new Goal("a command: " + part + ", µs", "now, " + part, false, bound);
    }

    boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    String bounds() {
        return (atLeast ? "≥ " : "≤ ") + Figures.shown(bound);
    }
}
