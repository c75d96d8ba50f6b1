package dev.headway.lifecycle.webhooks.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.Target;
import dev.headway.lifecycle.webhooks.stored.TargetTable;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.projections.chat.webhooks.DeliveryOutcome;
import dev.headway.projections.chat.webhooks.SigningSecret;
import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.chat.webhooks.WebhookTarget;
import dev.headway.projections.cloudevents.CloudEventBatch;
import dev.headway.projections.feed.OpenedEvents;
import dev.headway.projections.scheduling.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends a webhook its next batch: claim, send, note how it ended. No transaction is open while the
 * request is under way, so between "sent" and "noted" lies the only moment in which a crash sends a
 * batch twice, under the same id. One that fails is tried for days, and then disabled.
 */
final class WebhookSender {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    /** How long receivers have to learn of another secret. */
    private static final Duration BOTH_SECRETS = Duration.ofDays(1);

    private static final String SEALED_ELSEWHERE =
            "its address was sealed with a key that is not here";

    private final BatchClaims claims;
    private final ProgressTable progress;
    private final TargetTable targets;
    private final OpenedEvents opened;
    private final WebhookClient webhooks;
    private final Disabling disabling;
    private final Backoff backoff;
    private final Duration disableAfter;
    private final WebhookMeters meters;
    private final Clock clock;
    private final TransactionOperations transaction;

    /**
     * @param disableAfter for how long one may take nothing before it is given up
     */
    WebhookSender(
            BatchClaims claims,
            ProgressTable progress,
            TargetTable targets,
            OpenedEvents opened,
            WebhookClient webhooks,
            Disabling disabling,
            Backoff backoff,
            Duration disableAfter,
            WebhookMeters meters,
            Clock clock,
            TransactionOperations transaction) {
        this.claims = claims;
        this.progress = progress;
        this.targets = targets;
        this.opened = opened;
        this.webhooks = webhooks;
        this.disabling = disabling;
        this.backoff = backoff;
        this.disableAfter = disableAfter;
        this.meters = meters;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Makes at most one request. */
    Claimed send(String webhookId) {
        var claimed =
                Objects.requireNonNull(
                        transaction.execute(_ -> claims.claim(webhookId, clock.instant())));
        if (claimed instanceof Claimed.Batch batch) {
            send(webhookId, batch);
        }
        return claimed;
    }

    private void send(String webhookId, Claimed.Batch batch) {
        if (batch.wasUncertain()) {
            meters.count("uncertain");
        }
        var target = targets.find(batch.webhook().targetId());
        if (target.isEmpty()) {
            held(webhookId, batch, SEALED_ELSEWHERE);
            return;
        }
        byte[] body;
        try {
            body = CloudEventBatch.json(batch.events().stream().map(opened::opened).toList());
        } catch (RuntimeException e) {
            LOG.error("What webhook {} is to be sent cannot be written", webhookId, e);
            held(webhookId, batch, "what it is to be sent cannot be written here; see the log");
            return;
        }
        if (clock.instant().isAfter(batch.sendBy())) {
            return; // slept through the claim: by now it may be another node's
        }
        var outcome =
                webhooks.send(
                        addressed(target.get(), batch.webhook()),
                        batch.messageId(),
                        CloudEventBatch.MEDIA_TYPE,
                        new String(body, UTF_8));
        note(webhookId, batch, outcome, clock.instant());
    }

    private WebhookTarget addressed(Target target, WebhookState webhook) {
        var secrets =
                Stream.concat(Stream.of(target.secret()), formerSecret(webhook))
                        .map(SigningSecret::of)
                        .toList();
        return new WebhookTarget(target.url(), secrets);
    }

    private Stream<String> formerSecret(WebhookState webhook) {
        var changedAt = webhook.secretChangedAt();
        var former = webhook.formerTargetId();
        return former == null
                        || changedAt == null
                        || clock.instant().isAfter(changedAt.plus(BOTH_SECRETS))
                ? Stream.of()
                : targets.find(former).map(Target::secret).stream();
    }

    private void note(String webhookId, Claimed.Batch batch, DeliveryOutcome outcome, Instant now) {
        switch (outcome.kind()) {
            case DELIVERED -> {
                inTransaction(() -> progress.delivered(webhookId, batch.attempt(), now));
                meters.count("delivered");
            }
            case SLOW_DOWN, TRANSIENT, REFUSED ->
                    failed(webhookId, batch, outcome, outcome.retryAfter(), now);
            case GONE -> {
                failed(webhookId, batch, outcome, null, now);
                disable(webhookId, batch, "It answered 410: it wants nothing more");
            }
        }
    }

    private void failed(
            String webhookId,
            Claimed.Batch batch,
            DeliveryOutcome outcome,
            @Nullable Duration retryAfter,
            Instant now) {
        var since = Objects.requireNonNullElse(batch.failingSince(), now);
        var why = String.valueOf(outcome.error());
        tryLater(webhookId, batch, why, since, retryAfter, now);
        meters.count("failed");
        if (batch.failures() == 0) {
            LOG.warn("Webhook {} did not take what it was sent: {}", webhookId, why);
        }
        if (!now.isBefore(since.plus(disableAfter))) {
            disable(
                    webhookId,
                    batch,
                    "It took nothing for %d hours: %s".formatted(disableAfter.toHours(), why));
        }
    }

    /** What is no fault of the webhook's: it waits, and is not given up for it. */
    private void held(String webhookId, Claimed.Batch batch, String why) {
        tryLater(webhookId, batch, why, null, null, clock.instant());
        meters.count("held");
    }

    private void tryLater(
            String webhookId,
            Claimed.Batch batch,
            String why,
            @Nullable Instant failingSince,
            @Nullable Duration retryAfter,
            Instant now) {
        var wait = retryAfter == null ? backoff.delay(batch.failures() + 1) : retryAfter;
        inTransaction(
                () ->
                        progress.failed(
                                webhookId,
                                batch.attempt(),
                                why,
                                failingSince,
                                now.plus(wait),
                                now));
    }

    private void disable(String webhookId, Claimed.Batch batch, String why) {
        disabling.disable(webhookId, batch.webhook().version(), why, batch.messageId().toString());
        meters.count("disabled");
        LOG.error("Webhook {} is disabled: {}", webhookId, why);
    }

    private void inTransaction(Runnable note) {
        transaction.executeWithoutResult(_ -> note.run());
    }
}
