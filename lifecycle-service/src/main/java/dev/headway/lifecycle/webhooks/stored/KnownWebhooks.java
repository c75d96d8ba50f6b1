package dev.headway.lifecycle.webhooks.stored;

import dev.headway.contracts.WebhookEvent;
import dev.headway.projections.log.EventLog;
import org.springframework.stereotype.Component;

/**
 * What a webhook is at this moment, from its few events themselves: no projection is waited for.
 */
@Component
public class KnownWebhooks {

    private final EventLog log;

    KnownWebhooks(EventLog log) {
        this.log = log;
    }

    /** What its events add up to; {@link WebhookState#NONE} where it has none. */
    public WebhookState state(String webhookId) {
        return log.ofStream(WebhookEvent.STREAM + webhookId, Long.MAX_VALUE).stream()
                .map(recorded -> (WebhookEvent) recorded.event())
                .reduce(WebhookState.NONE, WebhookState::evolve, (_, later) -> later);
    }
}
