package dev.headway.lifecycle.webhooks.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.lifecycle.webhooks.stored.KnownWebhooks;
import dev.headway.lifecycle.webhooks.stored.Progress;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.TargetTable;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.feed.EventFeed;
import dev.headway.projections.log.EventBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes the next few events for a webhook, in the order of the log, for one sender at a time. What
 * was taken before and not noted is taken again, exactly.
 */
final class BatchClaims {

    private static final int MOST_EVENTS = 50;
    private static final long MOST_BYTES = 262_144;

    /** Longer than any request takes: whoever has not noted how it ended by then has died. */
    private static final Duration LEASE = WebhookClient.TOTAL_TIMEOUT.multipliedBy(3);

    private final ProgressTable progress;
    private final TargetTable targets;
    private final KnownWebhooks known;
    private final EventFeed feed;

    BatchClaims(ProgressTable progress, TargetTable targets, KnownWebhooks known, EventFeed feed) {
        this.progress = progress;
        this.targets = targets;
        this.known = known;
        this.feed = feed;
    }

    /** Call it in a transaction. */
    Claimed claim(String webhookId, Instant now) {
        var locked = progress.lock(webhookId);
        if (locked.isEmpty()) {
            return progress.find(webhookId).isEmpty() ? new Claimed.Gone() : new Claimed.Later();
        }
        var row = locked.get();
        if (row.leasedUntil() != null && row.leasedUntil().isAfter(now)) {
            return new Claimed.Later();
        }
        var webhook = known.state(webhookId);
        if (webhook.status() == WebhookState.Status.DELETED) {
            return forgotten(webhookId);
        }
        if (webhook.status() == WebhookState.Status.NONE) {
            progress.deleteNeverSubscribed(webhookId, now);
        }
        if (row.version() != webhook.version()) {
            row = followed(row, webhook, now);
        }
        return !webhook.isActive() || row.nextAttemptAt().isAfter(now)
                ? new Claimed.Later()
                : next(row, webhook, now);
    }

    /** Somebody was deleted by a node that did not live to forget what lies beside its events. */
    private Claimed forgotten(String webhookId) {
        targets.delete(webhookId);
        progress.delete(webhookId);
        return new Claimed.Gone();
    }

    private Progress followed(Progress row, WebhookState webhook, Instant now) {
        progress.follow(row, webhook, now);
        var used =
                Stream.of(webhook.targetId(), webhook.formerTargetId())
                        .filter(Objects::nonNull)
                        .toList();
        targets.deleteUnused(row.webhookId(), used, now);
        return progress.find(row.webhookId()).orElseThrow();
    }

    private Claimed next(Progress row, WebhookState webhook, Instant now) {
        var before = row.sendingTo();
        var isSame = before != null && row.revision() == webhook.revision();
        var isUncertain = before != null && row.leasedUntil() != null;
        var page =
                feed.page(
                        webhook.choice(),
                        row.position(),
                        isSame ? before : Long.MAX_VALUE,
                        MOST_EVENTS,
                        MOST_BYTES);
        if (page.events().isEmpty()) {
            if (page.reached() > row.position()) {
                progress.pass(row.webhookId(), page.reached());
            }
            return new Claimed.Nothing(page.reached());
        }
        var attempt = row.attempt() + 1;
        var leasedUntil = now.plus(LEASE);
        progress.begin(row.webhookId(), webhook.revision(), page.reached(), attempt, leasedUntil);
        return new Claimed.Batch(
                webhook,
                messageId(row.webhookId(), webhook, page.events()),
                page.events(),
                attempt,
                row.failures(),
                row.failingSince(),
                leasedUntil.minus(LEASE.dividedBy(3)),
                isUncertain,
                page.events().size() == MOST_EVENTS || bytes(page.events()) > MOST_BYTES / 2);
    }

    /** Follows from what is in it: whoever makes it again gives it the same one. */
    private static UUID messageId(String webhookId, WebhookState webhook, List<EventBytes> events) {
        var said =
                "%s %d %d-%d"
                        .formatted(
                                webhookId,
                                webhook.revision(),
                                events.getFirst().position(),
                                events.getLast().position());
        return UUID.nameUUIDFromBytes(said.getBytes(UTF_8));
    }

    private static long bytes(List<EventBytes> events) {
        return events.stream()
                .mapToLong(event -> event.payload().length + event.metadata().length)
                .sum();
    }
}
