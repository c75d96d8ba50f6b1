package dev.headway.lifecycle.stream;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream as a browser's {@code EventSource} does. */
final class EventStreamClient implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile String lastId = "";
    private volatile boolean ended;

    record Message(String event, String lastId, JsonNode data) {

        String id() {
            return data.at("/id").asString();
        }
    }

    private EventStreamClient(URI uri, String token, String... headers) {
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            response = http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    /** Opened, and told where it begins. */
    static EventStreamClient open(URI service, String token, String... headers) {
        var opened = tried(service, token, headers);
        await().atMost(SOON).until(() -> !opened.lastId.isEmpty());
        return opened;
    }

    /** As it was answered, be it that it was refused. */
    static EventStreamClient tried(URI service, String token, String... headers) {
        return new EventStreamClient(service.resolve("/api/v1/stream"), token, headers);
    }

    private void read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var event = "";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    messages.add(new Message(event, lastId, JsonMapper.shared().readTree(data)));
                    data = "";
                }
            }
        } catch (IOException e) {
            // closed by one side or the other
        } finally {
            ended = true;
        }
    }

    int status() {
        return response.statusCode();
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    String lastId() {
        return lastId;
    }

    int comments() {
        return comments.get();
    }

    boolean hasEnded() {
        return ended;
    }

    /** What came of one kind, as ids. */
    List<String> of(String event) {
        return messages.stream()
                .filter(each -> each.event().equals(event))
                .map(Message::id)
                .toList();
    }

    List<Message> messages() {
        return messages;
    }

    /** The message about a thing, which may have to be waited for. */
    Message about(String event, String id) {
        return about(event, id, SOON);
    }

    /** The message about a thing at a position, before which there may be others about it. */
    Message about(String event, String id, String position) {
        return await("an event " + event + " of " + id + " at " + position)
                .atMost(SOON)
                .until(
                        () ->
                                messages.stream()
                                        .filter(each -> each.event().equals(event))
                                        .filter(each -> each.id().equals(id))
                                        .filter(each -> position.equals(each.lastId()))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    Message about(String event, String id, Duration atMost) {
        await("an event " + event + " of " + id)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> of(event).contains(id));
        return messages.stream()
                .filter(each -> each.event().equals(event) && each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
