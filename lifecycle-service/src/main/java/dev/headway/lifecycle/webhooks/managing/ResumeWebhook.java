package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent.WebhookResumed;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Instant;

/** Has everything sent from where it was, after it was paused or disabled. */
record ResumeWebhook(String webhookId) implements WebhookCommand {

    @Override
    public WebhookDecision decide(WebhookState webhook, Instant now) {
        return switch (webhook.status()) {
            case NONE, DELETED -> new WebhookDecision.Missing();
            case ACTIVE -> new WebhookDecision.NothingNew();
            case PAUSED, DISABLED ->
                    new WebhookDecision.Happened(new WebhookResumed(webhookId, now));
        };
    }
}
