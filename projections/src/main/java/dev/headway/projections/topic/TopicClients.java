package dev.headway.projections.topic;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Kafka's clients, set up so that none gives up, skips or doubles anything by itself. */
public final class TopicClients {

    /** More than an event and its headers may take; on the topic, and of whoever writes to it. */
    static final String MOST_BYTES = "2097152";

    private static final String SOON = "10000";

    private final TopicProperties properties;

    public TopicClients(TopicProperties properties) {
        this.properties = properties;
    }

    /**
     * One that never lets a record expire: one that did could write the next, and nobody would see
     * a gap. And with one request on its way: of several, brokers that have just come to lead a new
     * partition may refuse the first and take the second, and then refuse the first for ever.
     */
    public Producer<@Nullable String, byte[]> producer() {
        return new KafkaProducer<>(
                with(
                        Map.of(
                                "max.in.flight.requests.per.connection", "1",
                                "acks", "all",
                                "enable.idempotence", "true",
                                "delivery.timeout.ms", String.valueOf(Integer.MAX_VALUE),
                                "max.block.ms", SOON,
                                "max.request.size", MOST_BYTES,
                                "linger.ms", "0",
                                "batch.size", "131072")),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One whose place is kept with what it read, and never at the brokers. */
    public Consumer<@Nullable String, byte[]> consumer() {
        return new KafkaConsumer<>(
                with(
                        Map.of(
                                "group.id", properties.group(),
                                "group.protocol", "consumer",
                                "auto.offset.reset", "earliest",
                                "enable.auto.commit", "false",
                                "max.poll.records", "1000")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Who asks the brokers about the topic, and makes it. */
    public TopicAdmin admin() {
        var admin =
                Admin.create(
                        with(Map.of("request.timeout.ms", "5000", "default.api.timeout.ms", SOON)));
        return new TopicAdmin(admin, properties);
    }

    private Map<String, Object> with(Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("bootstrap.servers", properties.bootstrapServers());
        all.putAll(properties.client());
        return all;
    }
}
