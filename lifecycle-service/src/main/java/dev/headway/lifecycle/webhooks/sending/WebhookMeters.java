package dev.headway.lifecycle.webhooks.sending;

import dev.headway.lifecycle.webhooks.stored.KnownWebhooks;
import dev.headway.lifecycle.webhooks.stored.Progress;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.lifecycle.webhooks.stored.WebhookState.Status;
import dev.headway.projections.log.HeadSignal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is told of webhooks, on every node alike: how far they are behind, and who is in trouble.
 */
final class WebhookMeters {

    private final ProgressTable progress;
    private final KnownWebhooks known;
    private final HeadSignal head;
    private final MeterRegistry meters;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong failing = new AtomicLong();
    private final AtomicLong disabled = new AtomicLong();

    WebhookMeters(
            ProgressTable progress, KnownWebhooks known, HeadSignal head, MeterRegistry meters) {
        this.progress = progress;
        this.known = known;
        this.head = head;
        this.meters = meters;
        Gauge.builder("headway.webhooks.lag", lag, AtomicLong::get)
                .description("Positions that the active webhook furthest behind has not taken")
                .register(meters);
        Gauge.builder("headway.webhooks.failing", failing, AtomicLong::get)
                .description("Active webhooks that did not take what they were last sent")
                .register(meters);
        Gauge.builder("headway.webhooks.disabled", disabled, AtomicLong::get)
                .description("Webhooks that were given up, and are sent nothing until resumed")
                .register(meters);
    }

    /** How a request ended, or began. */
    void count(String outcome) {
        Counter.builder("headway.webhooks.requests")
                .description("Requests to webhooks, by how they ended")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    /** Looks at all of them. */
    void look() {
        long furthest = 0;
        long inTrouble = 0;
        long givenUp = 0;
        for (var row : progress.all()) {
            var webhook = known.state(row.webhookId());
            if (webhook.isActive()) {
                furthest = Math.max(furthest, behind(row, webhook));
                inTrouble += row.failures() > 0 ? 1 : 0;
            } else if (webhook.status() == Status.DISABLED) {
                givenUp++;
            }
        }
        lag.set(furthest);
        failing.set(inTrouble);
        disabled.set(givenUp);
    }

    private long behind(Progress row, WebhookState webhook) {
        return head.head() - row.positionIn(webhook);
    }
}
