package dev.headway.lifecycle.webhooks.managing;

import dev.headway.contracts.WebhookEvent;
import dev.headway.contracts.WebhookEvent.WebhookSubscribed;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Somebody outside who is sent what happens. */
@Aggregate(type = "webhook")
class Webhook {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private WebhookState state = WebhookState.NONE;

    Webhook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    WebhookResult decide(WebhookCommand command, Clock clock) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (command.decide(state, now)) {
            case WebhookDecision.Happened happened -> {
                AggregateLifecycle.apply(happened.event());
                yield done(happened.event() instanceof WebhookSubscribed);
            }
            case WebhookDecision.NothingNew _ -> done(false);
            case WebhookDecision.Illegal illegal ->
                    new WebhookResult.Refused(illegal.why(), state.version());
            case WebhookDecision.Missing _ -> new WebhookResult.Missing(state.version());
        };
    }

    @EventSourcingHandler
    void evolve(WebhookEvent event) {
        stream = WebhookEvent.STREAM + event.webhookId();
        state = state.evolve(event);
    }

    private WebhookResult done(boolean isNew) {
        return new WebhookResult.Done(state, isNew, state.version());
    }
}
