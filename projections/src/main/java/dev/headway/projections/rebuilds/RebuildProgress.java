package dev.headway.projections.rebuilds;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far the rebuild of a projection has come.
 *
 * @param begunAt null while it waits its turn
 * @param position everything up to it is worked in
 * @param events how many that were
 * @param seconds how long that took
 * @param failure of what it was given up, a class; null otherwise
 */
public record RebuildProgress(
        String projection,
        Instant requestedAt,
        @Nullable Instant begunAt,
        long position,
        long events,
        double seconds,
        @Nullable String failure) {

    /** What can be said of one. */
    public enum State {
        WAITING,
        BUILDING,
        FAILED
    }

    public State state() {
        if (failure != null) {
            return State.FAILED;
        }
        return begunAt == null ? State.WAITING : State.BUILDING;
    }

    /** Empty before the first batch is worked in. */
    public OptionalLong eventsPerSecond() {
        return isMeasured() ? OptionalLong.of(Math.round(events / seconds)) : OptionalLong.empty();
    }

    /**
     * How long so many positions take at the pace of this one; rounded up, and empty before the
     * first batch. Positions have holes, so their pace is not that of the events.
     */
    public OptionalLong secondsFor(long positions) {
        return isMeasured() && position > 0
                ? OptionalLong.of((long) Math.ceil(Math.max(0, positions) * seconds / position))
                : OptionalLong.empty();
    }

    private boolean isMeasured() {
        return state() == State.BUILDING && events > 0 && seconds > 0;
    }
}
