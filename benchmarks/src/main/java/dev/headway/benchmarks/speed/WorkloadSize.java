package dev.headway.benchmarks.speed;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param connections how many at a time, one measurement for each number
 * @param rounds of each measurement that alternates with others
 * @param run how long one lasts
 * @param warmUp of a service before it is measured for the first time
 * @param rebuilt events in the log that is read from its beginning
 * @param listed partnerships behind a list
 * @param watched partnerships behind the larger of two sweeps
 */
public record WorkloadSize(
        List<Integer> connections,
        int rounds,
        Duration run,
        Duration warmUp,
        int rebuilt,
        int listed,
        int watched) {

    static final int PARTNERSHIPS = 2_000;
    static final int ON_THE_BOARD = 5_000;

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);

    public static WorkloadSize full() {
        return new WorkloadSize(
                CONNECTIONS,
                3,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                1_000_000,
                100_000,
                1_000_000);
    }

    /** To see that everything works; its figures say nothing. */
    public static WorkloadSize quick() {
        return new WorkloadSize(
                CONNECTIONS,
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                20_000,
                2_000,
                20_000);
    }

    /** The same with another length, for a look at one thing. */
    public WorkloadSize with(int rounds, int seconds, int warmUpSeconds) {
        return new WorkloadSize(
                connections,
                rounds,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUpSeconds),
                rebuilt,
                listed,
                watched);
    }

    /** Alerts that a change of the program makes due at once. */
    int raisedAtOnce() {
        return watched / 20;
    }

    /** Alerts that are due when an import ends. */
    int dueAfterImport() {
        return watched * 3 / 20;
    }

    /** The same at one number of connections only. */
    public WorkloadSize at(int only) {
        return new WorkloadSize(List.of(only), rounds, run, warmUp, rebuilt, listed, watched);
    }
}
