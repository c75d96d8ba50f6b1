package dev.headway.projections.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.chat.webhooks.WebhookReceiver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckpointWebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final WebhookClient client = new WebhookClient(true, Set.of(), Clock.systemUTC());

    @AfterEach
    void close() throws Exception {
        client.close();
        receiver.close();
    }

    @Test
    void the_newest_checkpoint_is_told_once_and_signed() {
        var webhook = webhook(receiver.url());

        webhook.offer(checkpoint(1));
        webhook.offer(checkpoint(2));
        webhook.send();
        webhook.send();

        assertThat(receiver.messages())
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.at("/type").asString())
                                    .isEqualTo("audit.checkpoint");
                            assertThat(message.at("/data/size").asLong()).isEqualTo(2);
                            assertThat(message.at("/data/checkpoint").asString())
                                    .isEqualTo("checkpoint 2");
                        });
        assertThat(receiver.headers()).containsKey("webhook-signature");
    }

    @Test
    void one_that_was_not_taken_is_told_again_under_the_same_id() {
        var webhook = webhook(receiver.url());
        webhook.offer(checkpoint(1));

        receiver.answers(WebhookReceiver.status(503));
        assertThatIllegalStateException().isThrownBy(webhook::send).withMessageContaining("503");
        receiver.answers(WebhookReceiver.ok());
        webhook.send();

        assertThat(receiver.ids()).hasSize(2).containsOnly(receiver.ids().getFirst());
    }

    @Test
    void nobody_is_told_where_nobody_is_named() {
        var webhook = webhook(null);

        webhook.offer(checkpoint(1));
        webhook.send();

        assertThat(receiver.messages()).isEmpty();
    }

    private CheckpointWebhook webhook(@Nullable String url) {
        return new CheckpointWebhook(
                client,
                new SealingProperties(
                        true,
                        null,
                        1,
                        Duration.ZERO,
                        Path.of("unused"),
                        new SealingProperties.Webhook(url, List.of(SECRET)),
                        new SealingProperties.Witness(null, null)));
    }

    private static SealedCheckpoint checkpoint(long size) {
        return new SealedCheckpoint(size, size, Instant.EPOCH, "checkpoint " + size, null);
    }
}
