package dev.headway.projections.chat.delivery;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.Deliveries.Claim;
import dev.headway.projections.chat.scheduling.Retention;
import dev.headway.projections.chat.webhooks.DeliveryOutcome;
import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.scheduling.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries deliveries until the channel has taken them: claim, send, write down how it ended. No
 * transaction is open while the request is under way, so between "sent" and "written down" lies the
 * only moment in which a crash sends a message twice, under the same delivery id.
 */
@Component
public class DeliverySender {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverySender.class);

    /** From when it was composed, or was wanted again, to when it becomes a dead letter. */
    public static final Duration WORTH_TRYING_FOR = Duration.ofDays(3);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final int A_FEW_TRIES = 3;

    private final Deliveries deliveries;
    private final AlertSource alerts;
    private final BusinessCalendar calendar;
    private final WebhookClient post;
    private final Backoff backoff;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    public DeliverySender(
            Deliveries deliveries,
            AlertSource alerts,
            BusinessCalendar calendar,
            WebhookClient post,
            RandomGenerator random,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.alerts = alerts;
        this.calendar = calendar;
        this.post = post;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
    }

    /** Sends the next message of a channel, if there is one and the channel bears it. */
    public void send(ChatChannel channel) {
        var now = clock.instant();
        if (channel.businessHoursOnly() && !calendar.isOpenAt(now)) {
            return;
        }
        var claimed =
                transaction.execute(
                        _ ->
                                alerts.isQuietAt(now)
                                        ? Optional.<Claim>empty()
                                        : deliveries.claim(channel, now));
        Objects.requireNonNull(claimed).ifPresent(claim -> send(channel, claim));
    }

    private void send(ChatChannel channel, Claim claim) {
        if (claim.wasUncertain()) {
            count(channel, "uncertain");
        }
        if (clock.instant().isAfter(claim.sendBy())) {
            return; // slept through the claim: by now the message may be another node's
        }
        var outcome = post.send(channel.addressee(), claim.deliveryId(), claim.payload());
        transaction.executeWithoutResult(_ -> end(channel, claim, outcome, clock.instant()));
    }

    private void end(ChatChannel channel, Claim claim, DeliveryOutcome outcome, Instant now) {
        deliveries.log(claim, outcome, now);
        switch (outcome.kind()) {
            case DELIVERED -> {
                deliveries.ended(claim, "DELIVERED", null, now, now);
                count(channel, "delivered");
            }
            case SLOW_DOWN -> {
                var wait = outcome.retryAfter();
                var next = now.plus(wait == null ? backoff.delay(claim.attempt()) : wait);
                deliveries.pause(channel, next);
                retryUnlessTooOld(channel, claim, outcome, next, now);
            }
            case TRANSIENT -> {
                var next = now.plus(backoff.delay(claim.attempt()));
                retryUnlessTooOld(channel, claim, outcome, next, now);
            }
            case REFUSED -> {
                if (claim.attempt() >= A_FEW_TRIES) {
                    giveUp(channel, claim, outcome, now);
                } else {
                    var next = now.plus(backoff.delay(claim.attempt()));
                    retryUnlessTooOld(channel, claim, outcome, next, now);
                }
            }
            case GONE -> {
                giveUp(channel, claim, outcome, now);
                disable(channel, now);
            }
        }
    }

    private void retryUnlessTooOld(
            ChatChannel channel, Claim claim, DeliveryOutcome outcome, Instant next, Instant now) {
        if (next.isAfter(claim.retryUntil())) {
            giveUp(channel, claim, outcome, now);
            return;
        }
        deliveries.ended(claim, "PENDING", outcome.error(), next, now);
        count(channel, "retried");
    }

    private void giveUp(ChatChannel channel, Claim claim, DeliveryOutcome outcome, Instant now) {
        deliveries.ended(claim, "DEAD", outcome.error(), now, now);
        count(channel, "dead");
        LOG.warn(
                "Gave up delivery {} to chat channel {} at attempt {}: {}",
                claim.deliveryId(),
                channel.name(),
                claim.attempt(),
                outcome.error());
    }

    /** What waits for the channel becomes a dead letter at its turn; see {@link Retention}. */
    private void disable(ChatChannel channel, Instant now) {
        deliveries.disable(channel, "It answered 410: it wants nothing more", now);
        count(channel, "disabled");
        LOG.error(
                "Chat channel {} answered 410 and is disabled: nobody is told there any more",
                channel.name());
    }

    private void count(ChatChannel channel, String outcome) {
        meters.counter("headway.deliveries", "kind", channel.kind().inWords(), "outcome", outcome)
                .increment();
    }
}
