package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent.WebhookDeleted;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Instant;

/** Has nothing sent any more, and forgets address and secrets. */
record DeleteWebhook(String webhookId) implements WebhookCommand {

    @Override
    public WebhookDecision decide(WebhookState webhook, Instant now) {
        return webhook.isThere()
                ? new WebhookDecision.Happened(new WebhookDeleted(webhookId, now))
                : new WebhookDecision.NothingNew();
    }
}
