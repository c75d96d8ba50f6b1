package dev.headway.projections.mirror;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Partitions whose records come too early. What is missing comes again behind them, as a rule; but
 * not where a partition had lost its end and was filled again, up to beyond where its reader was.
 * Whoever waits in vain begins at its start.
 */
final class Gaps {

    private final Map<TopicPartition, Long> since = new HashMap<>();
    private final long patience;

    /**
     * @param patience how long what is missing may take to come
     */
    Gaps(Duration patience) {
        this.patience = patience.toNanos();
    }

    void note(TopicPartition partition, MirrorTables.Outcome outcome) {
        if (outcome.taken() > 0) {
            since.remove(partition);
        } else if (outcome.early() > 0) {
            since.putIfAbsent(partition, System.nanoTime());
        }
    }

    /** Sends the consumer to the start of what it has waited for long enough. */
    void readAgain(Consumer<@Nullable String, byte[]> consumer) {
        var now = System.nanoTime();
        since.keySet().retainAll(consumer.assignment());
        var waiting =
                since.entrySet().stream()
                        .filter(each -> now - each.getValue() > patience)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!waiting.isEmpty()) {
            consumer.seekToBeginning(waiting);
            waiting.forEach(since::remove);
        }
    }
}
