package dev.headway.projections.chat.delivery;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.DeliveryMeters.Outcome;
import dev.headway.projections.chat.webhooks.DeliveryOutcome;
import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.scheduling.Backoff;
import dev.headway.projections.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries deliveries until the channel has taken them, has refused them for good or at the third
 * attempt or later, or their time is over: claim, send, write down how it ended. No transaction is
 * open while the request is under way, so between "sent" and "written down" lies the only moment in
 * which a crash sends a message twice, under the same delivery id.
 */
@Component
public class DeliverySender {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverySender.class);

    private static final Duration INITIAL_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofHours(4);
    private static final int MAX_REFUSED_ATTEMPTS = 3;

    private final Deliveries deliveries;
    private final DeliveryAttempts attempts;
    private final ChannelTable channels;
    private final AlertSource alerts;
    private final BusinessCalendar calendar;
    private final WebhookClient webhooks;
    private final OpenedPayload opened;
    private final Backoff backoff;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final DeliveryMeters meters;
    private final DeliveryTraces traces;

    /** Of messages in which nothing is sealed, and untraced. */
    public DeliverySender(
            Deliveries deliveries,
            ChannelTable channels,
            JdbcClient database,
            AlertSource alerts,
            BusinessCalendar calendar,
            WebhookClient webhooks,
            RandomGenerator random,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this(
                deliveries,
                channels,
                database,
                alerts,
                calendar,
                webhooks,
                new OpenedPayload(Optional.empty()),
                random,
                clock,
                transactions,
                Traces.OFF,
                meters);
    }

    @Autowired
    DeliverySender(
            Deliveries deliveries,
            ChannelTable channels,
            JdbcClient database,
            AlertSource alerts,
            BusinessCalendar calendar,
            WebhookClient webhooks,
            OpenedPayload opened,
            RandomGenerator random,
            Clock clock,
            PlatformTransactionManager transactions,
            Traces traces,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.attempts = new DeliveryAttempts(database);
        this.channels = channels;
        this.alerts = alerts;
        this.calendar = calendar;
        this.webhooks = webhooks;
        this.opened = opened;
        this.backoff = new Backoff(INITIAL_DELAY, MAX_DELAY, random);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = new DeliveryMeters(meters);
        this.traces = new DeliveryTraces(traces, database, alerts);
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
                                alerts.isMutedAt(now)
                                        ? Optional.<DeliveryLease>empty()
                                        : deliveries.claim(channel, now));
        Objects.requireNonNull(claimed).ifPresent(lease -> send(channel, lease));
    }

    private void send(ChatChannel channel, DeliveryLease lease) {
        if (lease.wasUncertain()) {
            meters.count(channel.kind(), Outcome.UNCERTAIN);
        }
        if (clock.instant().isAfter(lease.sendBy())) {
            return; // slept through the claim: by now the message may be another node's
        }
        var payload = opened.of(channel.kind(), lease.payload());
        DeliveryOutcome outcome;
        try (var part = traces.begin(channel, lease)) {
            outcome = webhooks.send(channel.target(), lease.deliveryId(), payload);
            part.with("outcome", outcome.kind().name());
        }
        transaction.executeWithoutResult(_ -> record(channel, lease, outcome, clock.instant()));
    }

    private void record(
            ChatChannel channel, DeliveryLease lease, DeliveryOutcome outcome, Instant now) {
        attempts.end(lease, outcome, now);
        switch (outcome.kind()) {
            case DELIVERED -> {
                deliveries.recordOutcome(lease, DeliveryStatus.DELIVERED, null, now, now);
                meters.count(channel.kind(), Outcome.DELIVERED);
            }
            case SLOW_DOWN -> {
                var wait = outcome.retryAfter();
                var next = now.plus(wait == null ? backoff.delay(lease.attempt()) : wait);
                channels.pause(channel, next);
                retryUnlessTooOld(channel, lease, outcome, next, now);
            }
            case TRANSIENT -> {
                var next = now.plus(backoff.delay(lease.attempt()));
                retryUnlessTooOld(channel, lease, outcome, next, now);
            }
            case REFUSED -> {
                if (lease.attempt() >= MAX_REFUSED_ATTEMPTS) {
                    giveUp(channel, lease, outcome, now);
                } else {
                    var next = now.plus(backoff.delay(lease.attempt()));
                    retryUnlessTooOld(channel, lease, outcome, next, now);
                }
            }
            case GONE -> {
                giveUp(channel, lease, outcome, now);
                disable(channel, now);
            }
        }
    }

    private void retryUnlessTooOld(
            ChatChannel channel,
            DeliveryLease lease,
            DeliveryOutcome outcome,
            Instant next,
            Instant now) {
        if (next.isAfter(lease.retryUntil())) {
            giveUp(channel, lease, outcome, now);
            return;
        }
        deliveries.recordOutcome(lease, DeliveryStatus.PENDING, outcome.error(), next, now);
        meters.count(channel.kind(), Outcome.RETRIED);
    }

    private void giveUp(
            ChatChannel channel, DeliveryLease lease, DeliveryOutcome outcome, Instant now) {
        deliveries.recordOutcome(lease, DeliveryStatus.DEAD, outcome.error(), now, now);
        meters.count(channel.kind(), Outcome.DEAD);
        LOG.warn(
                "Gave up delivery {} to chat channel {} at attempt {}: {}",
                lease.deliveryId(),
                channel.name(),
                lease.attempt(),
                outcome.error());
    }

    /** What waits for the channel becomes a dead letter at its turn; see {@link DeadLetters}. */
    private void disable(ChatChannel channel, Instant now) {
        channels.disable(channel, "It answered 410: it wants nothing more", now);
        meters.count(channel.kind(), Outcome.DISABLED);
        LOG.error(
                "Chat channel {} answered 410 and is disabled: nobody is told there any more",
                channel.name());
    }
}
