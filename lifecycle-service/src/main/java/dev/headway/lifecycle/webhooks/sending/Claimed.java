package dev.headway.lifecycle.webhooks.sending;

import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.projections.log.EventBytes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to do for a webhook. */
sealed interface Claimed {

    /**
     * A request that is ours to make.
     *
     * @param messageId the same however often it is made
     * @param attempt its number among all requests of the webhook
     * @param failures how many there were in a row before it
     * @param failingSince since when it takes nothing, or null
     * @param sendBy who has not begun by then leaves it to the next
     * @param wasUncertain whether it was made before and nobody knows how it ended
     * @param isFull whether more may be waiting
     */
    record Batch(
            WebhookState webhook,
            UUID messageId,
            List<EventBytes> events,
            long attempt,
            int failures,
            @Nullable Instant failingSince,
            Instant sendBy,
            boolean wasUncertain,
            boolean isFull)
            implements Claimed {}

    /**
     * Nothing has happened for it.
     *
     * @param position up to which
     */
    record Nothing(long position) implements Claimed {}

    /** Not now: it is paused, another node sends, or it is left alone for a while. */
    record Later() implements Claimed {}

    /** It is there no more. */
    record Gone() implements Claimed {}
}
