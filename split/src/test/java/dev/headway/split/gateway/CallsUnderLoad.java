package dev.headway.split.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers that go on through everything, in turn with a question, with a command that may be
 * repeated, and with one that may not. What may be repeated they ask once more, on another
 * connection, when theirs was closed without an answer, as a client may (RFC 9110, 9.2.2).
 */
final class CallsUnderLoad {

    private static final int OK = 200;
    private static final int BAD_GATEWAY = 502;

    private final HttpClient http;
    private final URI gateway;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final Set<String> once = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    CallsUnderLoad(HttpClient http, URI gateway) {
        this.http = http;
        this.gateway = gateway;
    }

    /** Calls until it is told to end. */
    Void goOn() throws Exception {
        while (!ended) {
            ask(request("/api/v1/portfolio").build());
            ask(
                    command("/api/v1/partnerships")
                            .header("Idempotency-Key", "key-" + number.incrementAndGet())
                            .build());
            tell("/api/v1/partnerships/" + number.incrementAndGet());
        }
        return null;
    }

    void end() {
        ended = true;
    }

    int answered() {
        return answered.get();
    }

    int repeated() {
        return repeated.get();
    }

    /**
     * @return what was answered otherwise than with 200
     */
    List<String> failed() {
        return failed;
    }

    /**
     * @return paths of the commands that nobody may repeat, each of its own
     */
    Set<String> once() {
        return once;
    }

    private void ask(HttpRequest request) throws Exception {
        var status = statusOf(request);
        if (status == OK) {
            answered.incrementAndGet();
        } else {
            failed.add(request.method() + " " + request.uri() + " " + status);
        }
    }

    private int statusOf(HttpRequest request) throws Exception {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            repeated.incrementAndGet();
            try (var another = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
                return another.send(request, BodyHandlers.discarding()).statusCode();
            }
        }
    }

    /** Whether it was done is not always known; that it was not done twice is. */
    private void tell(String path) throws Exception {
        once.add(path);
        try {
            var status = http.send(command(path).build(), BodyHandlers.discarding()).statusCode();
            if (status != OK && status != BAD_GATEWAY) {
                failed.add("POST " + path + " " + status);
            }
        } catch (IOException _) {
            // the connection was closed without an answer, which says as much as a 502
        }
    }

    private HttpRequest.Builder command(String path) {
        return request(path).POST(BodyPublishers.ofString("{\"a\": 1}"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path));
    }
}
