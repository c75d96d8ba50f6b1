package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent.WebhookPaused;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Instant;

/** Has nothing sent until it is resumed. */
record PauseWebhook(String webhookId) implements WebhookCommand {

    @Override
    public WebhookDecision decide(WebhookState webhook, Instant now) {
        return switch (webhook.status()) {
            case NONE, DELETED -> new WebhookDecision.Missing();
            case PAUSED -> new WebhookDecision.NothingNew();
            case DISABLED -> new WebhookDecision.Illegal("It is disabled: nothing is sent to it");
            case ACTIVE -> new WebhookDecision.Happened(new WebhookPaused(webhookId, now));
        };
    }
}
