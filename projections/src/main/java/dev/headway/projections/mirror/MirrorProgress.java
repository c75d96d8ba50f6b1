package dev.headway.projections.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How a node follows the topic: when the brokers last answered it, and up to where they told. */
public final class MirrorProgress {

    private final Clock clock;
    private final Duration patience;
    private final AtomicLong seen = new AtomicLong();
    private volatile @Nullable Instant heardAt;
    private volatile @Nullable Long begunWith;

    /**
     * @param patience how long brokers may say nothing before this node no longer counts as one
     *     that follows
     */
    MirrorProgress(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * As it is now.
     *
     * @param seen the last position that a record told of, since this node started
     * @param heardAt when brokers last answered it; null when they have not yet
     * @param following whether that was a short while ago
     */
    public record Seen(long seen, @Nullable Instant heardAt, boolean following) {}

    public Seen now() {
        var heard = heardAt;
        return new Seen(
                seen.get(), heard, heard != null && heard.plus(patience).isAfter(clock.instant()));
    }

    /**
     * The position by which everything was there that was on the topic when this node began to read
     * it; empty until it is.
     */
    public Optional<Long> begunWith() {
        return Optional.ofNullable(begunWith);
    }

    /** What was on the topic is in the mirror, up to this position. */
    void hasCaughtUp(long head) {
        begunWith = head;
    }

    /** The brokers have answered. */
    void hasHeard() {
        heardAt = clock.instant();
    }

    /** A record told of this position. */
    void hasSeen(long position) {
        seen.accumulateAndGet(position, Math::max);
    }
}
