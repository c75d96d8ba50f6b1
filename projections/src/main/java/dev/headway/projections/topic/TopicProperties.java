package dev.headway.projections.topic;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the topic is. Nothing of Kafka is loaded without {@code bootstrapServers}.
 *
 * @param bootstrapServers brokers, with commas
 * @param topic its name
 * @param partitions how many it gets when Headway makes it; whoever wants more raises the number in
 *     Kafka
 * @param replication of how many brokers each has a copy when Headway makes it; what the brokers
 *     have as their default otherwise
 * @param source CloudEvents' {@code source}: which Headway the events are of
 * @param group CloudEvents' readers here: the nodes that fill one mirror together
 * @param client whatever else Kafka's clients are told, as {@code security.protocol}
 */
@ConfigurationProperties("headway.kafka")
public record TopicProperties(
        String bootstrapServers,
        @DefaultValue("headway.events") String topic,
        @DefaultValue("6") int partitions,
        @Nullable Short replication,
        @DefaultValue("/headway") String source,
        @DefaultValue("headway-mirror") String group,
        @DefaultValue Map<String, String> client) {}
