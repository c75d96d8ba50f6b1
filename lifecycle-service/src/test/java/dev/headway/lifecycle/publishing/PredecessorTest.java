package dev.headway.lifecycle.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.projections.log.EventBytes;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.topic.Claim;
import dev.headway.projections.topic.PartitionLayout;
import dev.headway.projections.topic.PublishedTopic;
import dev.headway.projections.topic.TopicClients;
import dev.headway.projections.topic.TopicFormat;
import dev.headway.projections.topic.TopicProperties;
import dev.headway.testing.BrokerProcess;
import dev.headway.testing.PredecessorCheck;
import dev.headway.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why every record names the one before it: a producer whose records expired, and that wrote on,
 * leaves a gap behind. What it lost comes again, after what is newer.
 */
class PredecessorTest {

    private static final PartitionLayout ANY = new PartitionLayout("", 1);
    private static final int LOST = 80;

    @TempDir static Path folder;

    private static BrokerProcess broker;
    private World world;
    private TopicClients clients;
    private TopicFormat format;
    private List<EventBytes> events;

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
        var topic = test.getTestMethod().orElseThrow().getName();
        world = new World(broker, topic);
        world.store.append(300);
        events = new EventReads(world.store.database).bytes(0, Long.MAX_VALUE, 300);
        var impatient =
                Map.of(
                        "delivery.timeout.ms", "4000",
                        "request.timeout.ms", "2000",
                        "metadata.recovery.strategy", "none",
                        "linger.ms", "0",
                        "max.in.flight.requests.per.connection", "1",
                        "batch.size", "1");
        var properties =
                new TopicProperties(
                        broker.address(), topic, 1, null, "/headway", "none", impatient);
        clients = new TopicClients(properties);
        format = new TopicFormat(properties);
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void what_expired_and_came_again_is_in_the_mirror() throws Exception {
        leaveAGapAndComeAgain();
        world.mirrorNode();
        world.requireMirrored();
    }

    @Test
    void without_the_predecessor_it_would_be_lost() throws Exception {
        dropWhatIsNotNewerAndNothingElse();
        leaveAGapAndComeAgain();
        world.mirrorNode();
        world.awaitMirrored(300);
        assertThat(world.seen()).hasSizeLessThan(300).doesNotHaveDuplicates();
        assertThat(world.ids()).containsAll(world.seen());
    }

    /** As a publisher would that does not close at its first failure. */
    private void leaveAGapAndComeAgain() throws Exception {
        try (var admin = clients.admin();
                var producer = clients.producer()) {
            var topic = admin.findOrCreate();
            for (var each : send(producer, topic, 0, 100)) {
                each.get();
            }
            broker.freeze();
            var expiring = send(producer, topic, 100, 100 + LOST);
            await("records that expired")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> expiring.stream().allMatch(Future::isDone));
            var written = send(producer, topic, 100 + LOST, 300);
            broker.thaw();
            for (var each : written) {
                each.get();
            }
            for (var each : send(producer, topic, 100, 300)) {
                each.get(); // what the position says was not acknowledged
            }
        }
    }

    private List<Future<RecordMetadata>> send(
            Producer<@Nullable String, byte[]> producer, PublishedTopic topic, int from, int to) {
        var layout = new PartitionLayout(topic.id(), ANY.partitions());
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var i = from; i < to; i++) {
            var event = events.get(i);
            var previous = i == 0 ? 0 : events.get(i - 1).position();
            var claim = new Claim(previous, event.position(), 1, layout);
            sent.add(producer.send(format.event(event, 0, claim)));
        }
        return sent;
    }

    private void dropWhatIsNotNewerAndNothingElse() throws Exception {
        try (var superuser = TestDatabase.superuser(world.mirror).getConnection()) {
            PredecessorCheck.takeOut(superuser);
        }
    }
}
