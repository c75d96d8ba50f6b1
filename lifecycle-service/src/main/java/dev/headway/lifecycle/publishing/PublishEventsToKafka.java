package dev.headway.lifecycle.publishing;

import dev.headway.projections.scheduling.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes while this node holds the lease, and waits for it otherwise, on a thread of its own;
 * after a failure it begins again at the position, for ever.
 */
final class PublishEventsToKafka implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PublishEventsToKafka.class);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(8);

    private final Publisher publisher;
    private final PublishingLease lease;
    private final PublishingMeters meters;
    private final Backoff backoff;
    private final Duration lookAgain;
    private @Nullable Publishing publishing;

    /**
     * @param lookAgain how often a lease that another holds is looked for
     */
    PublishEventsToKafka(
            Publisher publisher,
            PublishingLease lease,
            PublishingMeters meters,
            Backoff backoff,
            Duration lookAgain) {
        this.publisher = publisher;
        this.lease = lease;
        this.meters = meters;
        this.backoff = backoff;
        this.lookAgain = lookAgain;
    }

    @Override
    public synchronized void start() {
        publishing = new Publishing();
        publishing.thread.start();
    }

    @Override
    public synchronized void stop() {
        if (publishing != null) {
            publishing.stop();
            publishing = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return publishing != null;
    }

    private final class Publishing {

        private final CountDownLatch stopRequested = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("publishing").unstarted(this::run);
        private int failures;

        private void run() {
            try {
                while (mayGoOn()) {
                    publishOnce();
                }
            } catch (InterruptedException _) {
                LOG.info("Publishing was interrupted");
            } finally {
                meters.isElsewhere();
            }
        }

        private void publishOnce() throws InterruptedException {
            try {
                var epoch = lease.take();
                if (epoch.isPresent()) {
                    publishAs(epoch.get());
                } else {
                    meters.isElsewhere();
                    pause(lookAgain);
                }
                failures = 0;
            } catch (LeaseLostException e) {
                meters.isElsewhere();
                LOG.info("Another node publishes: {}", e.getMessage());
            } catch (RuntimeException e) {
                failures++;
                LOG.warn("Not publishing for a moment: {}", e.toString());
                pause(backoff.delay(failures));
            }
        }

        private void publishAs(long epoch) throws InterruptedException {
            meters.isHere();
            publisher.publish(epoch, this::mayGoOn);
            if (!mayGoOn()) {
                lease.release(epoch);
            }
        }

        private boolean mayGoOn() {
            return stopRequested.getCount() > 0;
        }

        private void pause(Duration duration) throws InterruptedException {
            var unused = stopRequested.await(duration.toMillis(), TimeUnit.MILLISECONDS);
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
