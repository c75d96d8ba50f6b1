package dev.headway.projections.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the brokers say of the topic. Every call is answered soon, or fails. */
public final class TopicAdmin implements AutoCloseable {

    /** Nothing is deleted by age: the topic is a copy of the whole log. */
    private static final Map<String, String> FOR_EVER =
            Map.of(
                    "retention.ms", "-1",
                    "retention.bytes", "-1",
                    "cleanup.policy", "delete",
                    "max.message.bytes", TopicClients.MOST_BYTES);

    private final Admin admin;
    private final TopicProperties properties;

    TopicAdmin(Admin admin, TopicProperties properties) {
        this.admin = admin;
        this.properties = properties;
    }

    /** The topic as it is now, made if there is none. */
    public PublishedTopic findOrCreate() {
        return find().orElseGet(this::create);
    }

    /** The topic as it is now; empty when there is none. */
    public Optional<PublishedTopic> find() {
        var topics = List.of(properties.topic());
        try {
            var found =
                    await(admin.describeTopics(topics).allTopicNames()).values().iterator().next();
            return Optional.of(
                    new PublishedTopic(found.topicId().toString(), found.partitions().size()));
        } catch (UnknownTopicOrPartitionException none) {
            return Optional.empty();
        }
    }

    /** Each partition's end: the offset that its next record gets. */
    public Map<Integer, Long> ends(int partitions) {
        var wanted =
                IntStream.range(0, partitions)
                        .mapToObj(each -> new TopicPartition(properties.topic(), each))
                        .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
        return await(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                each -> each.getKey().partition(),
                                each -> each.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private PublishedTopic create() {
        var topic =
                new NewTopic(
                        properties.topic(),
                        Optional.of(properties.partitions()),
                        Optional.ofNullable(properties.replication()));
        try {
            await(admin.createTopics(List.of(topic.configs(FOR_EVER))).all());
        } catch (TopicExistsException _) {
            // another node was faster
        }
        return find().orElseThrow(() -> new KafkaException("The topic is not there yet"));
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException told ? told : new KafkaException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
