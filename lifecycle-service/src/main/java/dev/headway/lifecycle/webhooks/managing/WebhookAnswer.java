package dev.headway.lifecycle.webhooks.managing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.lifecycle.webhooks.stored.WebhookState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is, as whoever changed it is told.
 *
 * @param sentTo scheme, host and port of its address
 * @param state {@code ACTIVE PAUSED DISABLED} or {@code DELETED}
 * @param secret what requests are signed with; only in the first answer after it was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookAnswer(
        String id,
        String sentTo,
        List<String> types,
        List<String> partnerships,
        String state,
        @Nullable String secret) {

    static WebhookAnswer of(String id, WebhookState state, @Nullable String secret) {
        return new WebhookAnswer(
                id,
                state.sentTo(),
                state.choice().types(),
                state.choice().streams(),
                state.status().name(),
                secret);
    }
}
