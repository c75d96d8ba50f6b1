package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent.WebhookSecretChanged;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Instant;

/**
 * Has requests signed with another secret.
 *
 * @param targetId what the same address and the new secret lie under
 */
record ChangeWebhookSecret(String webhookId, String targetId) implements WebhookCommand {

    @Override
    public WebhookDecision decide(WebhookState webhook, Instant now) {
        return webhook.isThere()
                ? new WebhookDecision.Happened(new WebhookSecretChanged(webhookId, targetId, now))
                : new WebhookDecision.Missing();
    }
}
