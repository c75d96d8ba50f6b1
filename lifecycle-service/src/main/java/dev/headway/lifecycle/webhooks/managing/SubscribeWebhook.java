package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent.WebhookChanged;
import dev.headway.contracts.WebhookEvent.WebhookSubscribed;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import dev.headway.projections.log.EventChoice;
import java.time.Instant;

/**
 * Has events sent to an address from now on. One that is there already goes on where it is, with
 * whatever is other than before.
 *
 * @param sentTo of the address: scheme, host and port
 * @param targetId what the address lies under, and the secret that it is signed with
 * @param after behind which position a new one begins
 */
record SubscribeWebhook(
        String webhookId, String sentTo, String targetId, EventChoice choice, long after)
        implements WebhookCommand {

    @Override
    public WebhookDecision decide(WebhookState webhook, Instant now) {
        if (!webhook.isThere()) {
            return new WebhookDecision.Happened(
                    new WebhookSubscribed(
                            webhookId,
                            sentTo,
                            targetId,
                            choice.types(),
                            choice.streams(),
                            after,
                            now));
        }
        if (webhook.targetId().equals(targetId) && webhook.choice().equals(choice)) {
            return new WebhookDecision.NothingNew();
        }
        return new WebhookDecision.Happened(
                new WebhookChanged(
                        webhookId, sentTo, targetId, choice.types(), choice.streams(), now));
    }
}
