package dev.headway.lifecycle.publishing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.topic.PublishedTopic;
import dev.headway.projections.topic.TopicAdmin;
import dev.headway.projections.topic.TopicClients;
import dev.headway.projections.topic.TopicFormat;
import dev.headway.projections.tracing.Traces;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes under one epoch of the lease, and sees to it that the topic is the one that was filled
 * so far: another one is filled from the start, one that has lost something again, and one that has
 * more partitions is used to their full number.
 */
final class Publisher {

    private final TopicClients clients;
    private final TopicFormat format;
    private final EventReads reads;
    private final EventLog log;
    private final PublishingLease lease;
    private final PublishingTables tables;
    private final PublishingMeters meters;
    private final Traces traces;
    private final Duration lookAgain;
    private final Duration longest;

    /**
     * @param lookAgain how often the brokers are asked whether the topic is still the same
     * @param longest after how long a producer is given up whose records are not acknowledged,
     *     though the brokers answer
     */
    Publisher(
            TopicClients clients,
            TopicFormat format,
            EventReads reads,
            EventLog log,
            PublishingLease lease,
            PublishingTables tables,
            PublishingMeters meters,
            Traces traces,
            Duration lookAgain,
            Duration longest) {
        this.clients = clients;
        this.format = format;
        this.reads = reads;
        this.log = log;
        this.lease = lease;
        this.tables = tables;
        this.meters = meters;
        this.traces = traces;
        this.lookAgain = lookAgain;
        this.longest = longest;
    }

    /**
     * Publishes what there is and what comes, until it is to stop or the topic has changed.
     *
     * @throws LeaseLostException if another node publishes by now
     */
    void publish(long epoch, BooleanSupplier mayGoOn) throws InterruptedException {
        meters.isAt(tables.state().position()); // told also while no broker answers
        try (var admin = clients.admin()) {
            var topic = admin.findOrCreate();
            prepare(epoch, topic, admin);
            try (var publication = open(epoch, topic, admin)) {
                publication.announce();
                follow(epoch, publication, topic, admin, mayGoOn);
            }
        }
    }

    private void follow(
            long epoch,
            Publication publication,
            PublishedTopic topic,
            TopicAdmin admin,
            BooleanSupplier mayGoOn)
            throws InterruptedException {
        var looked = System.nanoTime();
        while (mayGoOn.getAsBoolean()) {
            if (!publication.publishSome()) {
                log.awaitBeyond(publication.position(), lookAgain);
            }
            meters.isAt(publication.position());
            if (System.nanoTime() - looked > lookAgain.toNanos()) {
                lease.renew(epoch);
                if (!Optional.of(topic).equals(admin.find())) {
                    return;
                }
                looked = System.nanoTime();
            }
        }
    }

    private void prepare(long epoch, PublishedTopic topic, TopicAdmin admin) {
        var state = tables.state();
        if (!topic.id().equals(state.topicId())) {
            tables.beginAnew(epoch, topic);
        } else if (hasLost(state, admin)) {
            tables.beginAgain(epoch);
        }
        if (topic.partitions() > tables.state().newestLayout()) {
            tables.grow(epoch, topic.partitions());
        }
    }

    /** Whether a partition ends before what was acknowledged. */
    private static boolean hasLost(PublishingState state, TopicAdmin admin) {
        var ends = admin.ends(state.newestLayout());
        return state.partitions().entrySet().stream()
                .anyMatch(each -> ends.getOrDefault(each.getKey(), 0L) <= each.getValue().offset());
    }

    private Publication open(long epoch, PublishedTopic topic, TopicAdmin admin) {
        var patience =
                new Publication.Patience() {
                    @Override
                    public Duration span() {
                        return lookAgain;
                    }

                    @Override
                    public void renew(Duration waited) {
                        lease.renew(epoch);
                        if (isThere(topic, admin) && waited.compareTo(longest) > 0) {
                            throw new KafkaException("The brokers answer, and take nothing");
                        }
                    }

                    @Override
                    public void requireMine() {
                        lease.requireMine(epoch);
                    }
                };
        return new Publication(epoch, reads, tables, format, clients.producer(), patience, traces);
    }

    /**
     * Brokers that do not answer are waited for.
     *
     * @throws KafkaException if the topic is gone, which never answers
     */
    private static boolean isThere(PublishedTopic topic, TopicAdmin admin) {
        Optional<PublishedTopic> now;
        try {
            now = admin.find();
        } catch (KafkaException away) {
            return false;
        }
        if (now.isEmpty() || !now.get().id().equals(topic.id())) {
            throw new KafkaException("The topic is another one by now");
        }
        return true;
    }
}
