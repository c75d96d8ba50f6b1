package dev.headway.lifecycle.webhooks.stored;

import dev.headway.contracts.WebhookEvent;
import dev.headway.contracts.WebhookEvent.WebhookChanged;
import dev.headway.contracts.WebhookEvent.WebhookDeleted;
import dev.headway.contracts.WebhookEvent.WebhookDisabled;
import dev.headway.contracts.WebhookEvent.WebhookPaused;
import dev.headway.contracts.WebhookEvent.WebhookReplayed;
import dev.headway.contracts.WebhookEvent.WebhookResumed;
import dev.headway.contracts.WebhookEvent.WebhookSecretChanged;
import dev.headway.contracts.WebhookEvent.WebhookSubscribed;
import dev.headway.projections.log.EventChoice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a webhook add up to.
 *
 * @param sentTo scheme, host and port of its address
 * @param targetId what its address and secret are kept under
 * @param formerTargetId what the secret before it is kept under, or null
 * @param secretChangedAt since when there is another secret, or null
 * @param choice which events it is sent
 * @param after behind which position it began, or was last sent to
 * @param disabledBecause why Headway gave it up, or null
 * @param run the version by which it was sent to {@code after}
 * @param revision the version that last said what it is sent
 * @param version how many events it has
 */
public record WebhookState(
        Status status,
        String sentTo,
        String targetId,
        @Nullable String formerTargetId,
        @Nullable Instant secretChangedAt,
        EventChoice choice,
        long after,
        @Nullable String disabledBecause,
        long run,
        long revision,
        long version) {

    public static final WebhookState NONE =
            new WebhookState(Status.NONE, "", "", null, null, EventChoice.ALL, 0, null, 0, 0, 0);

    /** What may become of one; the names are answered. */
    public enum Status {
        NONE,
        ACTIVE,
        PAUSED,
        DISABLED,
        DELETED
    }

    /** Whether there is one. */
    public boolean isThere() {
        return status != Status.NONE && status != Status.DELETED;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** What it is after the next of its events. */
    public WebhookState evolve(WebhookEvent event) {
        var next = version + 1;
        return switch (event) {
            case WebhookSubscribed e ->
                    new WebhookState(
                            Status.ACTIVE,
                            e.sentTo(),
                            e.targetId(),
                            null,
                            null,
                            new EventChoice(e.types(), e.partnerships()),
                            e.after(),
                            null,
                            next,
                            next,
                            next);
            case WebhookChanged e -> changed(e, next);
            case WebhookPaused _ -> with(Status.PAUSED, null, next);
            case WebhookResumed _ -> with(Status.ACTIVE, null, next);
            case WebhookDisabled e -> with(Status.DISABLED, e.why(), next);
            case WebhookDeleted _ -> with(Status.DELETED, null, next);
            case WebhookReplayed e -> replayed(e.after(), next);
            case WebhookSecretChanged e -> signedAnew(e, next);
        };
    }

    /** Another address has a secret of its own, and none before it. */
    private WebhookState changed(WebhookChanged event, long next) {
        var isSameTarget = event.targetId().equals(targetId);
        return new WebhookState(
                status,
                event.sentTo(),
                event.targetId(),
                isSameTarget ? formerTargetId : null,
                isSameTarget ? secretChangedAt : null,
                new EventChoice(event.types(), event.partnerships()),
                after,
                disabledBecause,
                run,
                next,
                next);
    }

    private WebhookState with(Status other, @Nullable String because, long next) {
        return new WebhookState(
                other,
                sentTo,
                targetId,
                formerTargetId,
                secretChangedAt,
                choice,
                after,
                because,
                run,
                revision,
                next);
    }

    private WebhookState replayed(long from, long next) {
        return new WebhookState(
                status,
                sentTo,
                targetId,
                formerTargetId,
                secretChangedAt,
                choice,
                from,
                disabledBecause,
                next,
                next,
                next);
    }

    private WebhookState signedAnew(WebhookSecretChanged event, long next) {
        return new WebhookState(
                status,
                sentTo,
                event.targetId(),
                targetId,
                event.effectiveAt(),
                choice,
                after,
                disabledBecause,
                run,
                revision,
                next);
    }
}
