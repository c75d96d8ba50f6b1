package dev.headway.projections.mirror;

import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.topic.PublishedTopic;
import dev.headway.projections.topic.TopicAdmin;
import dev.headway.projections.topic.TopicClients;
import dev.headway.projections.topic.TopicFormat;
import dev.headway.projections.topic.TopicRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic as one of the mirror's nodes, which share its partitions. Where it goes on is in
 * the mirror and not at the brokers; a topic that was made anew is read from its start.
 */
final class MirrorReader {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final TopicClients clients;
    private final String name;
    private final Duration lookAgain;
    private final MirrorTables tables;
    private final HeadSignal headSignal;
    private final MirrorProgress progress;
    private final MirrorMeters meters;

    /**
     * @param name of the topic
     * @param lookAgain how often the brokers are asked whether it is still the same
     */
    MirrorReader(
            TopicClients clients,
            String name,
            Duration lookAgain,
            MirrorTables tables,
            HeadSignal headSignal,
            MirrorProgress progress,
            MirrorMeters meters) {
        this.clients = clients;
        this.name = name;
        this.lookAgain = lookAgain;
        this.tables = tables;
        this.headSignal = headSignal;
        this.progress = progress;
        this.meters = meters;
    }

    /**
     * Reads as long as it is to, and as long as the topic stays the same one.
     *
     * @return whether there was a topic
     */
    boolean read(BooleanSupplier mayGoOn) {
        try (var admin = clients.admin()) {
            var topic = find(admin);
            if (topic.isPresent()) {
                meters.isAway(false);
                tables.begin(topic.get());
                follow(topic.get(), admin, mayGoOn);
            }
            return topic.isPresent();
        }
    }

    private void follow(PublishedTopic topic, TopicAdmin admin, BooleanSupplier mayGoOn) {
        var consumer = clients.consumer();
        try {
            consumer.subscribe(List.of(name), new WhereTheMirrorIs(consumer, topic));
            var ends = admin.ends(topic.partitions());
            var gaps = new Gaps(lookAgain);
            var looked = System.nanoTime();
            while (mayGoOn.getAsBoolean() && takeSome(topic, consumer, gaps)) {
                noteWhetherAllIsThere(topic, ends);
                if (System.nanoTime() - looked > lookAgain.toNanos()) {
                    if (!isSame(topic, find(admin))) {
                        return;
                    }
                    gaps.readAgain(consumer);
                    looked = System.nanoTime();
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    /** Whether the mirror still reads this topic. */
    private boolean takeSome(
            PublishedTopic topic, Consumer<@Nullable String, byte[]> consumer, Gaps gaps) {
        var polled = consumer.poll(POLL);
        for (var partition : polled.partitions()) {
            var outcome = take(topic, partition.partition(), polled.records(partition));
            if (outcome.isEmpty()) {
                return false;
            }
            gaps.note(partition, outcome.get());
        }
        if (!polled.isEmpty()) {
            var head = tables.head();
            headSignal.advanceTo(head);
            meters.isAt(head);
        }
        return true;
    }

    private Optional<MirrorTables.Outcome> take(
            PublishedTopic topic,
            int partition,
            List<ConsumerRecord<@Nullable String, byte[]>> messages) {
        var records =
                messages.stream()
                        .map(TopicFormat::read)
                        .flatMap(Optional::stream)
                        .filter(each -> each.claim().layout().topicId().equals(topic.id()))
                        .toList();
        var outcome = tables.take(topic.id(), partition, messages.getLast().offset(), records);
        outcome.ifPresent(each -> meters.count(each, messages.size() - records.size()));
        records.stream().map(TopicRecord::claim).forEach(claim -> hasSeen(claim.position()));
        return outcome;
    }

    /** Whoever begins with an empty mirror has nothing to say until it has what there was. */
    private void noteWhetherAllIsThere(PublishedTopic topic, Map<Integer, Long> ends) {
        if (progress.begunWith().isEmpty()) {
            var offsets = tables.offsets(topic.id());
            if (ends.entrySet().stream()
                    .allMatch(
                            end -> offsets.getOrDefault(end.getKey(), -1L) + 1 >= end.getValue())) {
                progress.hasCaughtUp(tables.head());
            }
        }
    }

    private Optional<PublishedTopic> find(TopicAdmin admin) {
        var found = admin.find();
        progress.hasHeard();
        return found;
    }

    private void hasSeen(long position) {
        progress.hasSeen(position);
        meters.hasSeen(position);
    }

    private static boolean isSame(PublishedTopic topic, Optional<PublishedTopic> now) {
        return now.map(PublishedTopic::id).filter(topic.id()::equals).isPresent();
    }

    /** Sends a consumer to where the mirror is in whatever it is to read. */
    private final class WhereTheMirrorIs implements ConsumerRebalanceListener {

        private final Consumer<@Nullable String, byte[]> consumer;
        private final PublishedTopic topic;

        WhereTheMirrorIs(Consumer<@Nullable String, byte[]> consumer, PublishedTopic topic) {
            this.consumer = consumer;
            this.topic = topic;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            var offsets = tables.offsets(topic.id());
            for (var each : assigned) {
                consumer.seek(each, offsets.getOrDefault(each.partition(), -1L) + 1);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            // what was read is in the mirror with its offset
        }
    }
}
