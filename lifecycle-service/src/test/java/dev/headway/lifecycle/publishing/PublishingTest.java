package dev.headway.lifecycle.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.BrokerProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What is stored comes into the mirror, as it is stored. */
class PublishingTest {

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
    void a_mirror_is_what_the_store_is() {
        world.store.append(1200);
        world.publisher();
        world.mirrorNode();
        world.store.append(300);
        world.requireMirrored();
        assertThat(world.seen()).hasSize(1500);
    }

    @Test
    void a_partition_in_which_nothing_happens_holds_up_nobody() {
        world.publisher();
        world.mirrorNode();
        world.store.appendTo(List.of("p-1"));
        world.requireMirrored();
        world.store.appendTo(List.of("p-1"));
        world.requireMirrored();
    }

    @Test
    void what_was_published_before_a_restart_is_not_published_again() {
        world.store.append(200);
        var first = world.publisher();
        world.awaitPublished(200);
        first.close();
        world.store.append(100);
        world.publisher();
        world.mirrorNode();
        world.requireMirrored();
    }
}
