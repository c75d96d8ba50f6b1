package dev.headway.lifecycle.webhooks.managing;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.webhooks.sending.Disabling;
import org.springframework.stereotype.Component;

/** Gives webhooks up as everything else is done: by a command, which is an event of Headway's. */
@Component
class DisablingByCommand implements Disabling {

    private final CommandDispatcher dispatcher;

    DisablingByCommand(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void disable(String webhookId, long seen, String because, String correlationId) {
        dispatcher.<WebhookResult>send(
                new DisableWebhook(webhookId, because, seen),
                RequestContext.headway(correlationId));
    }
}
