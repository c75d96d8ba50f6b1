package dev.headway.projections.mirror;

import dev.headway.projections.scheduling.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the mirror up to date, on a thread of its own; after a failure it tries again, for ever.
 */
final class FollowTheTopic implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowTheTopic.class);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(8);

    /** Up before the web server takes requests, down after it took the last one. */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final MirrorReader reader;
    private final MirrorMeters meters;
    private final Backoff backoff;
    private @Nullable Following following;

    FollowTheTopic(MirrorReader reader, MirrorMeters meters, Backoff backoff) {
        this.reader = reader;
        this.meters = meters;
        this.backoff = backoff;
    }

    @Override
    public synchronized void start() {
        following = new Following();
        following.thread.start();
    }

    @Override
    public synchronized void stop() {
        if (following != null) {
            following.stop();
            following = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return following != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    private final class Following {

        private final CountDownLatch stopRequested = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("mirror").unstarted(this::run);
        private int failures;

        private void run() {
            try {
                while (mayGoOn()) {
                    readOnce();
                }
            } catch (InterruptedException _) {
                LOG.info("Reading the topic was interrupted");
            }
        }

        private void readOnce() throws InterruptedException {
            try {
                var found = reader.read(this::mayGoOn);
                failures = found ? 0 : failures + 1;
                if (!found) {
                    LOG.warn("There is no topic to read yet");
                }
            } catch (RuntimeException e) {
                failures++;
                LOG.warn("Not reading the topic for a moment: {}", e.toString());
            }
            if (failures > 0) {
                meters.isAway(true);
                var unused =
                        stopRequested.await(
                                backoff.delay(failures).toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private boolean mayGoOn() {
            return stopRequested.getCount() > 0;
        }

        void stop() {
            stopRequested.countDown();
            try {
                if (!thread.join(STOP_TIMEOUT)) {
                    thread.interrupt();
                }
            } catch (InterruptedException _) {
                thread.interrupt();
                Thread.currentThread().interrupt();
            }
        }
    }
}
