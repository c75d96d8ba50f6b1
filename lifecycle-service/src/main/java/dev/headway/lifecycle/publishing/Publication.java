package dev.headway.lifecycle.publishing;

import dev.headway.lifecycle.publishing.PublishingState.Reached;
import dev.headway.projections.cloudevents.Traceparent;
import dev.headway.projections.log.EventBytes;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.topic.Claim;
import dev.headway.projections.topic.PartitionLayout;
import dev.headway.projections.topic.TopicFormat;
import dev.headway.projections.tracing.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the topic as long as nothing goes wrong, one batch after the other. Whatever goes wrong
 * is thrown: then it is closed, with all that is on its way, and another begins at the position.
 */
final class Publication implements AutoCloseable {

    private static final int BATCH = 500;

    private final long epoch;
    private final EventReads reads;
    private final PublishingTables tables;
    private final PublishingState state;
    private final TopicFormat format;
    private final Producer<@Nullable String, byte[]> producer;
    private final Patience patience;
    private final Traces traces;
    private final Map<Integer, Reached> reached;
    private long position;

    /** What is done while the brokers do not answer. */
    interface Patience {

        /** How long they may take before something is done. */
        Duration span();

        /** Throws when it is no use to wait any longer, after so long. */
        void renew(Duration waited);

        /** Throws when the lease is another's. */
        void requireMine();
    }

    Publication(
            long epoch,
            EventReads reads,
            PublishingTables tables,
            TopicFormat format,
            Producer<@Nullable String, byte[]> producer,
            Patience patience,
            Traces traces) {
        this.epoch = epoch;
        this.reads = reads;
        this.tables = tables;
        this.state = tables.state();
        this.format = format;
        this.producer = producer;
        this.patience = patience;
        this.traces = traces;
        this.reached = new HashMap<>(state.partitions());
        this.position = state.position();
    }

    /** Up to which the brokers have acknowledged everything. */
    long position() {
        return position;
    }

    /** Tells every partition how far there is nothing more, also one that has just come to be. */
    void announce() throws InterruptedException {
        patience.requireMine(); // so what was read of how far the topic is filled is still so
        if (position > 0) {
            publish(List.of(), position, state.layoutAfter(position));
        }
    }

    /**
     * Publishes some of what is new, and returns when the brokers have acknowledged it.
     *
     * @return whether there was anything
     */
    boolean publishSome() throws InterruptedException {
        var layout = state.layoutAfter(position);
        var end = state.layoutEndsAt(position);
        var events = reads.bytes(position, end, BATCH);
        // What was read before this is older than any other layout: see PublishingTables.GROW
        patience.requireMine();
        if (events.isEmpty() && end == Long.MAX_VALUE) {
            return false;
        }
        var upTo = events.isEmpty() ? end : events.getLast().position();
        publish(events, upTo, layout);
        if (upTo == end) {
            announce(); // also to the partitions that come to be here
        }
        return true;
    }

    /** At once, and nothing that is on its way is waited for. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void publish(List<EventBytes> events, long upTo, PartitionLayout layout)
            throws InterruptedException {
        var parts = events.stream().flatMap(each -> begun(each).stream()).toList();
        try {
            publishAll(events, upTo, layout);
        } finally {
            parts.forEach(Traces.Part::close);
        }
    }

    private void publishAll(List<EventBytes> events, long upTo, PartitionLayout layout)
            throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        var previous = new HashMap<Integer, Long>();
        layout.all().forEach(each -> previous.put(each, reachedBy(each).position()));
        for (var event : events) {
            for (var partition : layout.partitionsOf(event)) {
                var before = previous.put(partition, event.position());
                var claim = new Claim(before == null ? 0 : before, event.position(), epoch, layout);
                sent.add(send(format.event(event, partition, claim)));
            }
        }
        previous.forEach(
                (partition, last) -> {
                    if (last < upTo || events.isEmpty()) {
                        var claim = new Claim(last, upTo, epoch, layout);
                        sent.add(send(format.watermark(partition, claim)));
                    }
                });
        acknowledged(sent, previous);
        tables.move(epoch, upTo, reached);
        position = upTo;
    }

    /** It goes on with what brought an event until the brokers have acknowledged it. */
    private Optional<Traces.Part> begun(EventBytes event) {
        return traces.isOn()
                ? Traceparent.of(event)
                        .map(each -> traces.continued("publish", each).with("event", event.type()))
                : Optional.empty();
    }

    /** One that was refused is not followed by others: each may take as long to be refused. */
    private Future<RecordMetadata> send(ProducerRecord<@Nullable String, byte[]> message) {
        var answer = producer.send(message);
        if (answer.state() == Future.State.FAILED) {
            throw failure(answer.exceptionNow());
        }
        return answer;
    }

    private static RuntimeException failure(@Nullable Throwable told) {
        return told instanceof RuntimeException failure ? failure : new KafkaException(told);
    }

    private void acknowledged(List<Future<RecordMetadata>> sent, Map<Integer, Long> last)
            throws InterruptedException {
        var begun = System.nanoTime();
        for (var each : sent) {
            var answer = await(each, begun);
            var partition = answer.partition();
            if (answer.hasOffset() && answer.offset() <= reachedBy(partition).offset()) {
                publishAgain(partition);
            }
            reached.put(partition, new Reached(last.getOrDefault(partition, 0L), answer.offset()));
        }
    }

    /**
     * The brokers have lost what they had acknowledged, and take what comes as if nothing had been:
     * as after an election of a leader that had less.
     */
    private void publishAgain(int partition) {
        tables.beginAgain(epoch);
        throw new KafkaException(
                "Partition %d has lost what it had; all is published again".formatted(partition));
    }

    private RecordMetadata await(Future<RecordMetadata> answer, long begun)
            throws InterruptedException {
        while (true) {
            try {
                return answer.get(patience.span().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                patience.renew(Duration.ofNanos(System.nanoTime() - begun));
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
    }

    private Reached reachedBy(int partition) {
        return reached.getOrDefault(partition, state.reached(partition));
    }
}
