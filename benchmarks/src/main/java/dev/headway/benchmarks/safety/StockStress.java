package dev.headway.benchmarks.safety;

import dev.headway.benchmarks.stock.StockStore;
import dev.headway.testing.DurablePostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stock engine with as many writers, the same spread of times, one writer that stands still in
 * its transaction and a reader that starts again from its token: how many committed events the
 * reader never sees. Not a test: the number is only told.
 */
final class StockStress {

    private static final int WRITERS = 16;
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private final DurablePostgres postgres;
    private final int events;
    private final Duration stall;
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger left;
    private final AtomicInteger writing = new AtomicInteger(WRITERS);

    StockStress(DurablePostgres postgres, int events, Duration stall) {
        this.postgres = postgres;
        this.events = events;
        this.stall = stall;
        this.left = new AtomicInteger(events);
    }

    void run() throws Exception {
        System.out.println("the stock engine under the same load, " + events + " events");
        try (var store = new StockStore(postgres.url(postgres.create("stock_stress")), 32)) {
            var threads = Executors.newFixedThreadPool(WRITERS + 1);
            for (int writer = 0; writer < WRITERS; writer++) {
                var number = writer;
                threads.submit(() -> write(store, number));
            }
            threads.submit(() -> read(store));
            finish(threads);
        }
        var verdict = new SafetyResult();
        verdict.tells("stock: events stored", stored.size());
        verdict.tells(
                "stock: committed and never seen by its reader",
                stored.stream().filter(id -> !seen.contains(id)).count());
    }

    private static void finish(ExecutorService threads) {
        threads.shutdown();
        StressRun.await(threads, Duration.ofMinutes(30), "the stock engine's writers");
    }

    private void write(StockStore store, int writer) {
        var random = new Random(writer);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(store.database()));
        try {
            for (int n = 0; left.getAndDecrement() > 0; n++) {
                var pause = n == 5 ? stall.toNanos() : 50_000_000;
                var event = event(random, "stock " + writer, n);
                var stalls = writer == 0 && n % 200 == 5;
                transaction.executeWithoutResult(
                        _ -> {
                            store.engine().appendEvents(List.of(event));
                            if (stalls) {
                                LockSupport.parkNanos(pause);
                            }
                        });
                stored.add(event.getIdentifier());
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    private void read(StockStore store) {
        @Nullable TrackingToken token = null;
        boolean over;
        do {
            over = writing.get() == 0;
            try (var page = store.engine().readEvents(token, false)) {
                var last = new AtomicReference<@Nullable TrackingToken>(token);
                page.forEach(
                        message -> {
                            seen.add(message.getIdentifier());
                            last.set(message.trackingToken());
                        });
                token = last.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        } while (!over);
    }

    private static GenericDomainEventMessage<String> event(Random random, String stream, int n) {
        var seconds = TEN_YEARS.toSeconds();
        var at = Clock.systemUTC().instant().plusSeconds(random.nextLong(-seconds, seconds));
        return new GenericDomainEventMessage<>(
                "touched", stream, n, new GenericMessage<>("touched", Map.of()), (Instant) at);
    }
}
