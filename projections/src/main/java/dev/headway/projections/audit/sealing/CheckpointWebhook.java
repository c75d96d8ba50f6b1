package dev.headway.projections.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.chat.webhooks.SigningSecret;
import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.chat.webhooks.WebhookTarget;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells somebody elsewhere of the newest checkpoint that this node signed, as a signed webhook. One
 * that could not be told gives way to the next one, which is of everything that it was of.
 */
@Component
class CheckpointWebhook {

    private final WebhookClient client;
    private final @Nullable WebhookTarget target;
    private final AtomicReference<@Nullable SealedCheckpoint> waiting = new AtomicReference<>();

    CheckpointWebhook(WebhookClient client, SealingProperties properties) {
        var webhook = properties.webhook();
        this.client = client;
        this.target =
                webhook.url() == null || webhook.url().isBlank()
                        ? null
                        : new WebhookTarget(
                                webhook.url(),
                                webhook.secrets().stream().map(SigningSecret::of).toList());
    }

    void offer(SealedCheckpoint checkpoint) {
        waiting.set(checkpoint);
    }

    /**
     * Sends what waits.
     *
     * @throws IllegalStateException when it was not taken; it goes on waiting
     */
    void send() {
        var newest = waiting.get();
        if (target == null || newest == null) {
            return;
        }
        var id = UUID.nameUUIDFromBytes(newest.checkpoint().getBytes(UTF_8));
        var outcome = client.send(target, id, payload(newest));
        if (outcome.error() != null) {
            throw new IllegalStateException("A checkpoint was not taken: " + outcome.error());
        }
        waiting.compareAndSet(newest, null);
    }

    private static String payload(SealedCheckpoint checkpoint) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "type",
                                "audit.checkpoint",
                                "timestamp",
                                checkpoint.signedAt().toString(),
                                "data",
                                Map.of(
                                        "size",
                                        checkpoint.size(),
                                        "checkpoint",
                                        checkpoint.checkpoint())));
    }
}
