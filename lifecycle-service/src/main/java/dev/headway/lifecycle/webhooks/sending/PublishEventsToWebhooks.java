package dev.headway.lifecycle.webhooks.sending;

import dev.headway.lifecycle.webhooks.stored.Progress;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.scheduling.Backoff;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks after every webhook for as long as this node runs, each on a virtual thread of its own: one
 * that hangs holds up nobody. Woken by what happens, and now and then by itself.
 */
final class PublishEventsToWebhooks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PublishEventsToWebhooks.class);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final WebhookSender sender;
    private final ProgressTable progress;
    private final EventLog log;
    private final WebhookMeters meters;
    private final WebhookProperties properties;
    private final Backoff backoff;
    private @Nullable Sending sending;

    /**
     * @param backoff after what is no webhook's fault, as a database that is away
     */
    PublishEventsToWebhooks(
            WebhookSender sender,
            ProgressTable progress,
            EventLog log,
            WebhookMeters meters,
            WebhookProperties properties,
            Backoff backoff) {
        this.sender = sender;
        this.progress = progress;
        this.log = log;
        this.meters = meters;
        this.properties = properties;
        this.backoff = backoff;
    }

    @Override
    public synchronized void start() {
        sending = new Sending();
        sending.begin();
    }

    @Override
    public synchronized void stop() {
        if (sending != null) {
            sending.end();
            sending = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return sending != null;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.autoStart();
    }

    private final class Sending {

        private final CountDownLatch stopRequested = new CountDownLatch(1);
        private final Map<String, Thread> threads = new ConcurrentHashMap<>();
        private final Thread looking =
                Thread.ofVirtual().name("webhooks").unstarted(() -> goOn(this::look));

        void begin() {
            looking.start();
        }

        /** One round: how long to wait for the next; empty when there is none. */
        private interface Round {

            Optional<Duration> go() throws InterruptedException;
        }

        /** Whatever a round fails with, the next one comes. */
        private void goOn(Round round) {
            try {
                for (int failures = 0; mayGoOn(); ) {
                    try {
                        var next = round.go();
                        if (next.isEmpty()) {
                            return;
                        }
                        failures = 0;
                        pause(next.get());
                    } catch (RuntimeException e) {
                        failures++;
                        if (failures == 1) {
                            LOG.warn("Webhooks are sent nothing for a moment: {}", e.toString());
                        }
                        pause(backoff.delay(failures));
                    }
                }
            } catch (InterruptedException stopping) {
                // whatever was under way is for the next sender
            }
        }

        private Optional<Duration> look() {
            progress.all().stream().map(Progress::webhookId).forEach(this::lookAfter);
            meters.look();
            return Optional.of(properties.lookAgain());
        }

        private void lookAfter(String webhookId) {
            threads.computeIfAbsent(
                    webhookId,
                    id ->
                            Thread.ofVirtual()
                                    .name("webhook-" + id)
                                    .start(() -> goOn(() -> send(id))));
        }

        private Optional<Duration> send(String webhookId) throws InterruptedException {
            return switch (sender.send(webhookId)) {
                case Claimed.Batch batch ->
                        Optional.of(batch.isFull() ? Duration.ZERO : properties.pace());
                case Claimed.Nothing nothing -> {
                    log.awaitBeyond(nothing.position(), properties.lookAgain());
                    yield Optional.of(properties.pace());
                }
                case Claimed.Later _ -> Optional.of(properties.lookAgain());
                case Claimed.Gone _ -> {
                    threads.remove(webhookId);
                    yield Optional.empty();
                }
            };
        }

        private boolean mayGoOn() {
            return stopRequested.getCount() > 0;
        }

        private void pause(Duration duration) throws InterruptedException {
            var unused = stopRequested.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Lets requests under way end for a while, then leaves them to the next sender. */
        void end() {
            stopRequested.countDown();
            looking.interrupt();
            var until = System.nanoTime() + STOP_TIMEOUT.toNanos();
            try {
                for (var thread : threads.values()) {
                    var left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
                    if (!thread.join(left)) {
                        thread.interrupt();
                    }
                }
            } catch (InterruptedException _) {
                threads.values().forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
            }
        }
    }
}
