package dev.headway.benchmarks.chaos;

import static dev.headway.benchmarks.harness.SplitProcesses.TOPIC;
import static org.awaitility.Awaitility.await;

import dev.headway.testing.BrokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What somebody with Kafka's own tools, or a publisher that is careless, does to the topic. */
final class TopicTampering implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Two of three records of a partition expire or are written behind the gap. */
    private static final int PARTS = 3;

    private final BrokerProcess broker;
    private final Admin admin;

    TopicTampering(BrokerProcess broker) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    void delete() throws Exception {
        admin.deleteTopics(List.of(TOPIC)).all().get();
    }

    int partitions() throws Exception {
        var described = admin.describeTopics(List.of(TOPIC)).allTopicNames().get();
        return described.values().iterator().next().partitions().size();
    }

    void raiseTo(int partitions) throws Exception {
        admin.createPartitions(Map.of(TOPIC, NewPartitions.increaseTo(partitions))).all().get();
    }

    /**
     * What is on the topic from these offsets on is taken away, and written once more as a producer
     * would that lets records expire while the brokers do not answer, writes on, and finds out
     * afterwards.
     *
     * @param from the first offset by partition
     * @return how many records expired
     */
    int leaveAGapAndComeAgain(Map<Integer, Long> from) throws Exception {
        var records = take(from);
        try (var producer = impatient()) {
            var first = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            var second = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            var third = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            for (var of : records.values()) {
                var part = of.size() / PARTS;
                first.addAll(of.subList(0, part));
                second.addAll(of.subList(part, 2 * part));
                third.addAll(of.subList(2 * part, of.size()));
            }
            acknowledged(send(producer, first));
            broker.freeze();
            var expiring = send(producer, second);
            await("records that expired")
                    .atMost(PATIENCE)
                    .until(() -> expiring.stream().allMatch(Future::isDone));
            var written = send(producer, third);
            broker.thaw();
            acknowledged(written);
            acknowledged(send(producer, second));
            acknowledged(send(producer, third));
            return second.size();
        }
    }

    private Map<Integer, List<ConsumerRecord<byte[], byte[]>>> take(Map<Integer, Long> from)
            throws Exception {
        var partitions =
                IntStream.range(0, partitions())
                        .mapToObj(each -> new TopicPartition(TOPIC, each))
                        .toList();
        var taken = new HashMap<Integer, List<ConsumerRecord<byte[], byte[]>>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.address()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            partitions.forEach(
                    each -> consumer.seek(each, from.getOrDefault(each.partition(), 0L)));
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var each : consumer.poll(Duration.ofMillis(200))) {
                    taken.computeIfAbsent(each.partition(), _ -> new ArrayList<>()).add(each);
                }
            }
            var all =
                    ends.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            end -> RecordsToDelete.beforeOffset(end.getValue())));
            admin.deleteRecords(all).all().get();
        }
        return taken;
    }

    private KafkaProducer<byte[], byte[]> impatient() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker.address(),
                        "delivery.timeout.ms", "4000",
                        "request.timeout.ms", "2000",
                        "metadata.recovery.strategy", "none",
                        "linger.ms", "0",
                        "max.in.flight.requests.per.connection", "1",
                        "batch.size", "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static List<Future<RecordMetadata>> send(
            KafkaProducer<byte[], byte[]> producer, List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(
                        each ->
                                producer.send(
                                        new ProducerRecord<>(
                                                TOPIC,
                                                each.partition(),
                                                each.key(),
                                                each.value(),
                                                each.headers())))
                .toList();
    }

    private static void acknowledged(List<Future<RecordMetadata>> sent) throws Exception {
        for (var each : sent) {
            each.get();
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
