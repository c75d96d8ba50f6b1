package dev.headway.lifecycle.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.lifecycle.webhooks.EventReceiver;
import dev.headway.lifecycle.webhooks.EventReceiver.Received;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A sender in a process of its own is killed when the receiver has what it was sent, and before
 * that is noted; another one goes on.
 */
class KilledWebhookSenderTest {

    private static final int TOUCHPOINTS = 119;

    @TempDir Path folder;

    private final EventReceiver receiver = new EventReceiver();
    private volatile @Nullable Process sender;

    @AfterEach
    void stop() {
        kill();
        receiver.close();
    }

    @Test
    void the_next_sender_waits_for_the_lease_and_sends_the_same_again() throws IOException {
        var world = new WebhookWorld(folder.resolve("keys"));
        world.appendTouchpoints(TOUCHPOINTS);
        world.subscribe(receiver.url("/hook"));
        receiver.answer(_ -> kill());
        sender = process(world);
        await().atMost(Duration.ofMinutes(2)).until(() -> !isAlive());
        receiver.answer(EventReceiver.answers(204));

        try (var soon = world.node(Clock.systemUTC())) {
            assertThat(soon.getBean(WebhookSender.class).send("crm"))
                    .as("what may still be under way is left to whoever began it")
                    .isInstanceOf(Claimed.Later.class);
        }
        try (var later = world.node(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)))) {
            var claims = sendAll(later.getBean(WebhookSender.class));

            assertThat(claims).hasSize(3);
            assertThat(claims).filteredOn(Claimed.Batch::wasUncertain).hasSize(1);
            assertThat(uncertain(later)).isEqualTo(1);
        }
        var requests = receiver.received();
        assertThat(requests).extracting(Received::id).hasSize(4);
        assertThat(requests.get(1).id()).isEqualTo(requests.get(0).id());
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        assertThat(requests.stream().map(Received::id).distinct()).hasSize(3);
        assertThat(requests.stream().skip(1).flatMap(each -> each.positions().stream()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, TOUCHPOINTS + 1).boxed().toList());
    }

    private static List<Claimed.Batch> sendAll(WebhookSender sender) {
        var claims = new ArrayList<Claimed.Batch>();
        while (sender.send("crm") instanceof Claimed.Batch batch) {
            claims.add(batch);
        }
        return claims;
    }

    private static double uncertain(ConfigurableApplicationContext node) {
        return node.getBean(MeterRegistry.class)
                .get("headway.webhooks.requests")
                .tag("outcome", "uncertain")
                .counter()
                .count();
    }

    private static Process process(WebhookWorld world) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(WebhookNode.class.getName(), world.url()));
        world.settings().forEach((name, value) -> command.add(name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private boolean isAlive() {
        var process = sender;
        return process != null && process.isAlive();
    }

    /** The operating system's kill -9. */
    private void kill() {
        var process = sender;
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
