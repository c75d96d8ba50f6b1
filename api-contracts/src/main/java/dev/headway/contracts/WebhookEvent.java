package dev.headway.contracts;

import java.time.Instant;
import java.util.List;

/**
 * Who outside is sent what happens, in a stream for each webhook, {@code webhook/<id>}. The whole
 * address and what requests are signed with are credentials, and lie beside the events.
 */
public sealed interface WebhookEvent extends HeadwayEvent {

    /** What the names of these streams begin with. */
    String STREAM = "webhook/";

    String webhookId();

    /**
     * It is sent what happens, from a position on.
     *
     * @param sentTo scheme, host and port of the address; never its path
     * @param targetId what the whole address and its secret are kept under
     * @param types of events, by their stored names; all where there are none
     * @param partnerships whose events; everybody's where there are none
     * @param after the position behind which it begins
     */
    record WebhookSubscribed(
            String webhookId,
            String sentTo,
            String targetId,
            List<String> types,
            List<String> partnerships,
            long after,
            Instant effectiveAt)
            implements WebhookEvent {}

    /** It goes on where it is, with another address or another choice of events. */
    record WebhookChanged(
            String webhookId,
            String sentTo,
            String targetId,
            List<String> types,
            List<String> partnerships,
            Instant effectiveAt)
            implements WebhookEvent {}

    /** It is sent nothing until it is resumed, and then everything. */
    record WebhookPaused(String webhookId, Instant effectiveAt) implements WebhookEvent {}

    /** It is sent what happens again, after it was paused or disabled. */
    record WebhookResumed(String webhookId, Instant effectiveAt) implements WebhookEvent {}

    /**
     * It is sent once more what it was sent before.
     *
     * @param after the position behind which it goes on
     */
    record WebhookReplayed(String webhookId, long after, Instant effectiveAt)
            implements WebhookEvent {}

    /**
     * Requests are signed with another secret; for a day with the one before as well.
     *
     * @param targetId what the address and the new secret are kept under
     */
    record WebhookSecretChanged(String webhookId, String targetId, Instant effectiveAt)
            implements WebhookEvent {}

    /**
     * Headway gave it up until somebody resumes it.
     *
     * @param why in words that name no address
     */
    record WebhookDisabled(String webhookId, String why, Instant effectiveAt)
            implements WebhookEvent {}

    /** It is there no more, nor are its address and secrets. */
    record WebhookDeleted(String webhookId, Instant effectiveAt) implements WebhookEvent {}
}
