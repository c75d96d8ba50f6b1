package dev.headway.projections.topic;

import dev.headway.projections.log.EventBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition of a topic an event belongs to: its stream's, by the hash that Kafka's own
 * clients give a key; and all of them when it concerns everybody, since what it changes must not be
 * read after what was decided by it.
 *
 * @param topicId of which topic
 * @param partitions among how many
 */
public record PartitionLayout(String topicId, int partitions) {

    /** The program's policy, and who people are. */
    private static final Set<String> EVERYBODY = Set.of("program", "person");

    /** The partitions that an event is written to. */
    public List<Integer> partitionsOf(EventBytes event) {
        return EVERYBODY.contains(event.streamType())
                ? all()
                : List.of(partitionOf(event.stream()));
    }

    /** All there are. */
    public List<Integer> all() {
        return IntStream.range(0, partitions).boxed().toList();
    }

    private int partitionOf(String stream) {
        var key = stream.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** As it travels with each record: {@code <topic id>:<partitions>}. */
    String text() {
        return topicId + ":" + partitions;
    }

    static PartitionLayout parse(String text) {
        var colon = text.indexOf(':');
        return new PartitionLayout(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
