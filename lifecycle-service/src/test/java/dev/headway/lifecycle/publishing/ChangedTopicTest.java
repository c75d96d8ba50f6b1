package dev.headway.lifecycle.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.projections.log.EventReads;
import dev.headway.projections.topic.PublishedTopic;
import dev.headway.projections.topic.TopicClients;
import dev.headway.projections.topic.TopicFormat;
import dev.headway.projections.topic.TopicProperties;
import dev.headway.projections.topic.TopicRecord;
import dev.headway.projections.tracing.Traces;
import dev.headway.testing.BrokerProcess;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What becomes of a topic: the mirror goes on with what it has. */
class ChangedTopicTest {

    @TempDir static Path folder;

    private static BrokerProcess broker;
    private static Admin admin;
    private String topic;
    private World world;

    @BeforeAll
    static void start() throws Exception {
        broker = BrokerProcess.start(folder.resolve("broker"));
        admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close(Duration.ZERO);
        broker.close();
    }

    @BeforeEach
    void begin(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
        world = new World(broker, topic);
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void a_topic_that_was_deleted_and_made_anew_is_filled_anew() throws Exception {
        world.store.append(500);
        world.publisher();
        world.mirrorNode();
        world.awaitMirrored(500);
        admin.deleteTopics(List.of(topic)).all().get();
        world.store.append(300);
        world.requireMirrored();
        world.store.append(200);
        world.requireMirrored();
        assertThat(records(3)).filteredOn(each -> each.event() != null).hasSizeGreaterThan(999);
    }

    @Test
    void a_topic_that_is_deleted_while_it_is_filled_is_filled_anew() throws Exception {
        world.with("headway.kafka.client.max.block.ms", "5000");
        world.store.append(20_000);
        world.publisher();
        world.awaitPublished(1);
        admin.deleteTopics(List.of(topic)).all().get();
        world.mirrorNode();
        world.requireMirrored();
    }

    /** Each would be waited for as long as the first. */
    @Test
    void where_there_is_no_topic_one_record_is_tried_and_no_other() {
        world.store.append(300);
        var database = world.store.database;
        var properties =
                new TopicProperties(
                        broker.address(),
                        topic,
                        3,
                        null,
                        "/headway",
                        "nobody",
                        Map.of("max.block.ms", "200"));
        var lease = Duration.ofMinutes(1);
        var tables = new PublishingTables(database, lease);
        var epoch = new PublishingLease(database, lease, "this").take().orElseThrow();
        tables.beginAnew(epoch, new PublishedTopic("gone", 3));
        var tried = new AtomicInteger();
        try (var publication =
                new Publication(
                        epoch,
                        new EventReads(database),
                        tables,
                        new TopicFormat(properties),
                        counting(new TopicClients(properties).producer(), tried),
                        new Patient(),
                        Traces.OFF)) {
            assertThatThrownBy(publication::publishSome).isInstanceOf(TimeoutException.class);
        }

        assertThat(tried).hasValue(1);
    }

    private static final class Patient implements Publication.Patience {

        @Override
        public Duration span() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void renew(Duration waited) {}

        @Override
        public void requireMine() {}
    }

    /** The producer itself, with how many records it was given. */
    @SuppressWarnings("unchecked")
    private static Producer<@Nullable String, byte[]> counting(
            Producer<@Nullable String, byte[]> producer, AtomicInteger records) {
        return (Producer<@Nullable String, byte[]>)
                Proxy.newProxyInstance(
                        Producer.class.getClassLoader(),
                        new Class<?>[] {Producer.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("send")) {
                                records.incrementAndGet();
                            }
                            return method.invoke(producer, arguments);
                        });
    }

    @Test
    void a_topic_that_was_made_anew_with_other_partitions_is_filled_anew() throws Exception {
        world.store.append(500);
        var publisher = world.publisher();
        world.mirrorNode();
        world.awaitMirrored(500);
        publisher.close();
        admin.deleteTopics(List.of(topic)).all().get();
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        world.store.append(300);
        world.publisher();
        world.requireMirrored();
    }

    @Test
    void partitions_are_raised_while_events_come() throws Exception {
        world.store.append(600);
        world.publisher();
        world.mirrorNode();
        world.awaitPublished(1);
        var epoch = world.epoch();
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(7))).all().get();
        for (var i = 0; i < 10; i++) {
            world.store.append(50);
        }
        world.awaitEpochBeyond(epoch);
        world.store.append(600);
        world.requireMirrored();
        assertThat(records(7).stream().map(each -> each.claim().layout().partitions()))
                .contains(3, 7);
    }

    @Test
    void a_mirror_that_is_begun_after_partitions_were_raised_has_everything() throws Exception {
        world.store.append(300);
        world.publisher();
        world.awaitPublished(300);
        var epoch = world.epoch();
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(5))).all().get();
        world.awaitEpochBeyond(epoch);
        world.store.append(300);
        world.mirrorNode();
        world.requireMirrored();
    }

    @Test
    void a_partition_that_lost_what_it_had_is_filled_again() throws Exception {
        world.store.append(400);
        var publisher = world.publisher();
        var mirror = world.mirrorNode();
        world.awaitMirrored(200);
        world.awaitPublished(400);
        publisher.close();
        mirror.close();
        loseAPartition();
        world.store.append(200);
        world.publisher();
        world.mirrorNode();
        world.requireMirrored();
    }

    @Test
    void a_partition_that_lost_what_it_had_is_filled_again_by_a_publisher_that_saw_nothing_of_it()
            throws Exception {
        world.store.append(400);
        world.publisher();
        world.awaitPublished(400);
        loseAPartition();
        world.store.append(200);
        world.mirrorNode();
        world.requireMirrored();
    }

    private void loseAPartition() throws Exception {
        broker.kill();
        FileSystemUtils.deleteRecursively(folder.resolve("broker/data/" + topic + "-1"));
        broker.startAgain();
    }

    @Test
    void what_the_program_changes_is_in_every_partition_before_what_is_decided_by_it()
            throws Exception {
        var partnerships = IntStream.range(0, 30).mapToObj("p-%d"::formatted).toList();
        world.publisher();
        world.mirrorNode();
        world.store.appendTo(partnerships);
        world.store.appendTo(List.of("program"));
        world.store.appendTo(partnerships);
        world.requireMirrored();
        for (var partition = 0; partition < 3; partition++) {
            var streams = events(partition);
            assertThat(streams).containsOnlyOnce("program");
            var change = streams.indexOf("program");
            assertThat(streams.subList(0, change)).isNotEmpty();
            assertThat(streams.subList(change + 1, streams.size()))
                    .isEqualTo(streams.subList(0, change));
        }
    }

    private List<String> events(int partition) {
        return read(List.of(new TopicPartition(topic, partition))).stream()
                .map(TopicRecord::event)
                .flatMap(each -> Optional.ofNullable(each).stream())
                .map(each -> each.stream())
                .toList();
    }

    private List<TopicRecord> records(int partitions) {
        return read(
                IntStream.range(0, partitions)
                        .mapToObj(each -> new TopicPartition(topic, each))
                        .toList());
    }

    /** Everything that is on it now. */
    private List<TopicRecord> read(List<TopicPartition> partitions) {
        var properties =
                new TopicProperties(
                        broker.address(), topic, 3, null, "/headway", "reader", Map.of());
        var read = new ArrayList<TopicRecord>();
        try (var consumer = new TopicClients(properties).consumer()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<@Nullable String, byte[]> each :
                        consumer.poll(Duration.ofMillis(200))) {
                    TopicFormat.read(each).ifPresent(read::add);
                }
            }
        }
        return read;
    }
}
