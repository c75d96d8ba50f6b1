package dev.headway.lifecycle.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.webhooks.EventReceiver;
import dev.headway.testing.DrivenClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is Headway's own trouble is no failure of the webhook's. */
class HeldWebhookTest {

    @TempDir Path folder;

    private final DrivenClock clock = new DrivenClock(Instant.parse("2027-01-01T00:00:00Z"));

    @Test
    void with_another_key_nothing_is_sent_and_nobody_given_up() {
        var world = new WebhookWorld(folder.resolve("keys"));
        world.appendTouchpoints(3);
        try (var receiver = new EventReceiver()) {
            world.subscribe(receiver.url("/hook"));
            try (var other = world.node(clock, folder.resolve("others"))) {
                for (int day = 1; day <= 20; day++) {
                    other.getBean(WebhookSender.class).send("crm");
                    clock.advance(Duration.ofDays(1));
                }
                var held = WebhookWorld.progress(other);
                assertThat(held.lastFailure()).contains("sealed with a key that is not here");
                assertThat(held.failingSince()).isNull();
                assertThat(held.position()).isZero();
                assertThat(receiver.received()).isEmpty();
            }
            try (var node = world.node(clock)) {
                node.getBean(WebhookSender.class).send("crm");
                assertThat(WebhookWorld.progress(node).position()).isEqualTo(4);
            }
            assertThat(receiver.positions()).containsExactly(1L, 2L, 3L, 4L);
        }
    }
}
