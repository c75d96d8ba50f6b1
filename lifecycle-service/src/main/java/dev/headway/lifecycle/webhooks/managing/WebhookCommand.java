package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.Role;
import dev.headway.contracts.WebhookEvent;
import dev.headway.lifecycle.commands.Command;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Instant;
import java.util.Set;

/** What can be done about a webhook. Each command brings its own rule. */
sealed interface WebhookCommand extends Command
        permits SubscribeWebhook,
                PauseWebhook,
                ResumeWebhook,
                ReplayWebhook,
                ChangeWebhookSecret,
                DisableWebhook,
                DeleteWebhook {

    String webhookId();

    /** Pure: what comes of it. */
    WebhookDecision decide(WebhookState webhook, Instant now);

    @Override
    default String aggregateType() {
        return "webhook";
    }

    @Override
    default String aggregateId() {
        return WebhookEvent.STREAM + webhookId();
    }

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    /** Alike, whatever it is. */
    @Override
    default Class<?> handledAs() {
        return WebhookCommand.class;
    }
}
