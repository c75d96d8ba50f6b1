package dev.headway.benchmarks.safety;

import dev.headway.contracts.Role;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Keeps a {@link Ledger}, and repeats with the same key whatever had no certain answer, at
 * whichever node is there, until it has one.
 */
public final class RetryingCaller implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(100);
    private static final Duration UNTIL_GIVING_UP = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Ledger ledger;
    private final Supplier<Door> door;

    /** Where a node answers, and the token it believes. */
    public record Door(URI uri, String token) {

        /** Of a node that is ready. */
        public static Door of(ServiceProcess node) {
            return new Door(
                    URI.create("http://127.0.0.1:" + node.port()), node.token(Role.MANAGER));
        }
    }

    /**
     * @param door the node to ask now; another one, perhaps, after one has not answered
     */
    public RetryingCaller(Ledger ledger, Supplier<Door> door) {
        this.ledger = ledger;
        this.door = door;
    }

    /** Sends a command until its outcome is certain. */
    public void settle(TouchpointCommand touch) {
        ledger.begin(touch.key());
        var end = System.nanoTime() + UNTIL_GIVING_UP.toNanos();
        while (!isCertain(touch) && System.nanoTime() < end) {
            ledger.askAgain(touch.key());
            LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
        }
    }

    private boolean isCertain(TouchpointCommand touch) {
        try {
            var at = door.get();
            var path = "/api/v1/partnerships/" + touch.partnership() + "/touchpoints";
            var request =
                    HttpRequest.newBuilder(at.uri().resolve(path))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + at.token())
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", touch.key())
                            .POST(BodyPublishers.ofString(touch.body()));
            if (touch.ifMatch() != null) {
                request.header("If-Match", touch.ifMatch());
            }
            return noted(
                    touch.key(),
                    http.send(request.build(), BodyHandlers.discarding()).statusCode());
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean noted(String key, int status) {
        return switch (status) {
            case 200 -> {
                ledger.acknowledge(key);
                yield true;
            }
            case 412 -> {
                ledger.refuse(key);
                yield true;
            }
            // away, or the first one still runs
            case 409, 502, 503, 504 -> false;
            default -> throw new IllegalStateException("A touchpoint was answered with " + status);
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
