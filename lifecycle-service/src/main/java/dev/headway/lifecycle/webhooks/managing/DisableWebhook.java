package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent.WebhookDisabled;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Instant;

/**
 * Gives up a webhook that wants nothing more, or has taken nothing for days; Headway's own doing.
 *
 * @param seen the version it was given up at: whoever changed something since is tried anew
 */
record DisableWebhook(String webhookId, String why, long seen) implements WebhookCommand {

    @Override
    public WebhookDecision decide(WebhookState webhook, Instant now) {
        return webhook.isActive() && webhook.version() == seen
                ? new WebhookDecision.Happened(new WebhookDisabled(webhookId, why, now))
                : new WebhookDecision.NothingNew();
    }
}
