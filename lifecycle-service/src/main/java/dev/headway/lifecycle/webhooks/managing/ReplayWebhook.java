package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent.WebhookReplayed;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Instant;

/**
 * Has everything after a position sent, whatever was sent of it before; each time that it is asked.
 */
record ReplayWebhook(String webhookId, long after) implements WebhookCommand {

    @Override
    public WebhookDecision decide(WebhookState webhook, Instant now) {
        return webhook.isThere()
                ? new WebhookDecision.Happened(new WebhookReplayed(webhookId, after, now))
                : new WebhookDecision.Missing();
    }
}
