package dev.headway.lifecycle.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.testing.BrokerProcess;
import dev.headway.testing.HeldUpReader;
import dev.headway.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is stopped where they stand, or killed: nothing is missing, and nothing there twice. */
class StoppedNodesTest {

    @TempDir static Path folder;

    private static BrokerProcess broker;
    private World world;

    @BeforeAll
    static void start() throws Exception {
        broker = BrokerProcess.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @BeforeEach
    void begin(TestInfo test) {
        world = new World(broker, test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void a_broker_that_was_stopped_for_longer_than_a_record_may_take() throws Exception {
        world.with("headway.kafka.client.delivery.timeout.ms", "1500")
                .with("headway.kafka.client.request.timeout.ms", "1000")
                .with("headway.kafka.client.linger.ms", "0");
        world.store.append(300);
        world.mirrorNode();
        world.publisher();
        world.awaitPublished(300);
        broker.freeze();
        var epoch = world.epoch();
        world.store.append(600);
        world.awaitEpochBeyond(epoch); // it gave up, and began anew
        world.store.append(300);
        broker.thaw();
        world.requireMirrored();
    }

    @Test
    void a_broker_that_was_stopped_is_waited_for() throws Exception {
        world.store.append(100);
        world.mirrorNode();
        world.publisher();
        world.awaitMirrored(100);
        broker.freeze();
        world.store.append(500);
        broker.thaw();
        world.store.append(100);
        world.requireMirrored();
    }

    @Test
    void a_broker_that_was_killed() throws Exception {
        world.store.append(500);
        world.mirrorNode();
        world.publisher();
        world.awaitPublished(500);
        broker.kill();
        world.store.append(300);
        broker.startAgain();
        world.store.append(200);
        world.requireMirrored();
    }

    @Test
    void without_a_broker_a_node_tells_how_far_the_topic_is_behind() throws Exception {
        broker.kill();
        try {
            world.store.append(100);
            var meters = world.publisher().getBean(MeterRegistry.class);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> meters.get("headway.publishing.lag").gauge().value() == 100);
        } finally {
            broker.startAgain();
        }
        world.mirrorNode();
        world.requireMirrored();
    }

    @Test
    void a_publisher_that_was_stopped_and_wakes_up_beside_another() throws Exception {
        world.mirrorNode();
        var first = world.publisherProcess();
        world.store.append(100);
        world.awaitPublished(1); // in the middle of it, or behind it
        var epoch = world.epoch();
        first.freeze();
        world.store.append(600);
        world.publisher();
        world.awaitEpochBeyond(epoch);
        world.store.append(300);
        first.thaw();
        world.store.append(300);
        world.requireMirrored();
    }

    @Test
    void a_publisher_that_was_killed() throws Exception {
        world.mirrorNode();
        world.store.append(800);
        var first = world.publisherProcess();
        world.awaitPublished(1);
        first.close();
        world.publisher();
        world.store.append(200);
        world.requireMirrored();
    }

    @Test
    void a_reader_that_was_stopped_inside_its_statement_and_wakes_up_beside_another()
            throws Exception {
        world.publisher();
        world.store.append(800);
        NodeProcess first;
        try (var mirror = TestDatabase.superuser(world.mirror).getConnection();
                var held = new HeldUpReader(mirror)) {
            first = world.mirrorProcess();
            held.awaitInside();
            first.freeze();
        }
        world.store.append(400);
        world.mirrorProcess();
        world.awaitMirrored(1200);
        first.thaw();
        world.store.append(400);
        world.requireMirrored();
    }

    @Test
    void a_reader_that_was_killed() throws Exception {
        world.publisher();
        world.store.append(800);
        var first = world.mirrorProcess();
        world.awaitMirrored(1);
        first.close();
        world.store.append(400);
        world.mirrorNode();
        world.requireMirrored();
        assertThat(world.seen()).hasSize(1200);
    }
}
