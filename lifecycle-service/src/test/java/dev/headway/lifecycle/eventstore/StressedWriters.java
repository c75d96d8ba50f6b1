package dev.headway.lifecycle.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The sixteen writers of {@link StressTest}, and what they know of their commands. */
final class StressedWriters {

    private static final int WRITERS = 16;
    private static final int COMMANDS = 200;
    private static final int STREAMS = 60;
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private final List<TestStore> nodes;
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);

    StressedWriters(List<TestStore> nodes) {
        this.nodes = nodes;
    }

    void start(ExecutorService threads) {
        for (int stream = 0; stream < STREAMS; stream++) {
            var id = "p" + stream;
            nodes.getFirst().engine.appendEvents(List.of(event(id, 1, registration(id))));
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            var number = writer;
            threads.submit(() -> write(number));
        }
    }

    boolean areOver() {
        return writing.get() == 0;
    }

    /** Fewer than these may be stored, since some are refused. */
    int planned() {
        return WRITERS * COMMANDS;
    }

    int stored() {
        return stored.size();
    }

    Set<String> refused() {
        return refused;
    }

    List<String> refusedAndStored() {
        return refused.stream().filter(stored::contains).toList();
    }

    /** Everything the log must have: each touchpoint's summary, each registration's stream. */
    List<String> all() {
        var all = new ArrayList<>(stored);
        for (int stream = 0; stream < STREAMS; stream++) {
            all.add("p" + stream);
        }
        all.add("stalled");
        return all;
    }

    /** The first event of a partnership, as a group of its own. */
    static List<EventRow> registered(String id) {
        var json =
                """
                {"partnershipId":"%s","name":"Stalled","partnerName":"Tidewater","partnerType":"TELCO","effectiveAt":"2026-01-01T00:00:00Z"}
                """
                        .formatted(id);
        return List.of(
                new EventRow(
                        id,
                        "Partnership",
                        1,
                        id + "@1",
                        "PartnershipRegistered",
                        "1",
                        json.getBytes(UTF_8),
                        "{}".getBytes(UTF_8),
                        TestStore.NOW));
    }

    private void write(int writer) {
        var random = new Random(writer);
        var node = nodes.get(writer % nodes.size());
        try {
            for (int command = 0; command < COMMANDS; command++) {
                touch(node, random, "writer " + writer + ", command " + command);
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    /** One in ten insists on a version that is gone; of the others some lose a race. */
    private void touch(TestStore node, Random random, String key) {
        var stream = "p" + random.nextInt(STREAMS);
        var version = node.versionOf(stream) - (random.nextInt(10) == 0 ? 1 : 0);
        var at = TestStore.NOW.plusSeconds(within(random));
        try {
            node.engine.appendEvents(List.of(event(stream, version + 1, touchpoint(key, at))));
            stored.add(key);
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            refused.add(key);
        }
    }

    private static long within(Random random) {
        return random.nextLong(-TEN_YEARS.toSeconds(), TEN_YEARS.toSeconds());
    }

    private static TouchpointRecorded touchpoint(String key, Instant at) {
        return new TouchpointRecorded("JOINT_CALL", key, null, at);
    }

    private static PartnershipRegistered registration(String id) {
        return new PartnershipRegistered(
                id, "Partnership " + id, "Tidewater", "TELCO", null, null, null, TestStore.NOW);
    }

    private static DomainEventMessage<?> event(String stream, long version, HeadwayEvent event) {
        return new GenericDomainEventMessage<>(
                "Partnership", stream, version - 1, event, Map.of("actor", "mia"));
    }
}
