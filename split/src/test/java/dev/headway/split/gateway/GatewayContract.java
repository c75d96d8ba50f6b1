package dev.headway.split.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.split.gateway.StandInNode.Asked;
import dev.headway.split.gateway.StandInNode.Manner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both gateways do, the small one and the one of a deployment. */
abstract class GatewayContract {

    private static final String COMMAND = "/api/v1/partnerships";
    private static final String QUESTION = "/api/v1/portfolio";
    private static final int CALLERS = 8;
    private static final List<String> LEAVING = List.of("l1", "p1", "l2", "p2");

    final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    final Map<String, StandInNode> nodes = new HashMap<>();
    private AutoCloseable gateway = () -> {};
    private URI uri = URI.create("http://localhost");

    /** A gateway that listens, and how it ends. */
    record Started(URI uri, AutoCloseable gateway) {}

    abstract Started start(List<URI> lifecycle, List<URI> projection) throws Exception;

    @BeforeEach
    void start() throws Exception {
        for (var name : List.of("l1", "l2", "p1", "p2")) {
            nodes.put(name, new StandInNode(name));
        }
        var started =
                start(
                        List.of(node("l1").uri(), node("l2").uri()),
                        List.of(node("p1").uri(), node("p2").uri()));
        gateway = started.gateway();
        uri = started.uri();
        await().until(this::isReady);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.values().forEach(StandInNode::goOn);
        gateway.close();
        nodes.values().forEach(StandInNode::close);
        http.shutdownNow();
    }

    @Test
    void commands_and_questions_go_to_those_who_can_answer() throws Exception {
        assertThat(get(QUESTION).body()).startsWith("p");
        assertThat(get("/").body()).startsWith("p");
        assertThat(get("/api/v1/me").body()).startsWith("l");
        assertThat(get("/api/v1/partnerships/5/gate").body()).startsWith("l");
        assertThat(get("/api/v1/partnerships/5?asOf=2026-01-01").body()).startsWith("p");
        assertThat(post(COMMAND, null).body()).startsWith("l");
        assertThat(send(request("/program").POST(BodyPublishers.ofString("a=b"))).body())
                .startsWith("p");
        assertThat(get("/oauth2/authorize?client_id=console").body()).startsWith("l");
        assertThat(get("/oauth2/authorization/console").body()).startsWith("p");
    }

    @Test
    void requests_are_spread() throws Exception {
        for (var each = 0; each < 20; each++) {
            get(QUESTION);
        }
        assertThat(asked("p1")).hasSizeBetween(5, 15);
        assertThat(asked("p2")).hasSizeBetween(5, 15);
    }

    @Test
    void a_node_that_is_down_is_nobodys_trouble() throws Exception {
        get(QUESTION);
        node("p1").close();
        node("l2").close();
        for (var each = 0; each < 20; each++) {
            assertThat(get(QUESTION).body()).isEqualTo("p2");
            assertThat(post(COMMAND, null).body()).isEqualTo("l1");
        }
    }

    @Test
    void what_is_safe_to_repeat_is_asked_of_another_when_a_node_hangs_up() throws Exception {
        node("p1").nowItIs(Manner.HANGS_UP);
        node("l1").nowItIs(Manner.HANGS_UP);
        for (var each = 0; each < 10; each++) {
            assertThat(get(QUESTION).body()).isEqualTo("p2");
            // the first on its connection: HAProxy may close a later one, as a server may
            assertThat(
                            Raw.exchange(
                                    uri,
                                    "PUT " + COMMAND + "/5/pattern HTTP/1.1",
                                    "Host: " + uri.getAuthority(),
                                    "Content-Length: 0"))
                    .contains("l2");
            assertThat(
                            Raw.exchange(
                                    uri,
                                    "POST " + COMMAND + " HTTP/1.1",
                                    "Host: " + uri.getAuthority(),
                                    "Idempotency-Key: key-" + each,
                                    "Content-Length: 0"))
                    .contains("l2");
        }
        assertThat(asked("l1")).isNotEmpty();
    }

    @Test
    void what_may_have_had_an_effect_is_not_sent_twice() throws Exception {
        node("l1").nowItIs(Manner.HANGS_UP);
        node("l2").nowItIs(Manner.HANGS_UP);

        // the first on its connection: HAProxy only closes a later one, as a server may
        var answer =
                Raw.exchange(
                        uri,
                        "POST " + COMMAND + " HTTP/1.1",
                        "Host: " + uri.getAuthority(),
                        "Content-Length: 0");

        assertThat(answer).startsWith("HTTP/1.1 502").contains("application/problem+json");
        assertThat(asked("l1").size() + asked("l2").size()).isOne();
    }

    /** Questions go to one node after the other, so that two of them meet both. */
    private boolean isAnsweredTwiceBy(String node) throws Exception {
        for (var each = 0; each < 2; each++) {
            if (!get(QUESTION).body().equals(node)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void a_node_that_is_not_ready_is_asked_nothing() throws Exception {
        node("p1").isReady(false);
        await().until(() -> isAnsweredTwiceBy("p2"));
        var before = asked("p1").size();
        for (var each = 0; each < 10; each++) {
            assertThat(get(QUESTION).body()).isEqualTo("p2");
        }
        assertThat(asked("p1")).hasSize(before);

        node("p1").isReady(true);
        await().until(() -> get(QUESTION).body().equals("p1"));
    }

    @Test
    void without_a_node_it_says_so_and_is_not_ready() throws Exception {
        node("l1").close();
        node("l2").close();

        var answer = post(COMMAND, null);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("/docs/problems#unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        await().until(() -> !isReady());
        assertThat(get(QUESTION).statusCode()).isEqualTo(200);
    }

    @Test
    void a_stream_comes_as_it_is_told() throws Exception {
        var stream = http.send(request("/api/v1/stream").build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body()))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            // nothing else has been told by now
            nodes.values().forEach(StandInNode::goOn);
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void a_large_file_is_passed_on_whole_and_one_that_is_too_large_is_not() throws Exception {
        var large = new byte[9 << 20];
        assertThat(
                        send(request("/api/v1/imports").POST(BodyPublishers.ofByteArray(large)))
                                .statusCode())
                .isEqualTo(200);
        assertThat(Stream.of("l1", "l2").flatMap(name -> asked(name).stream()))
                .singleElement()
                .extracting(Asked::length)
                .isEqualTo(9L << 20);

        var tooLarge =
                Raw.exchange(
                        uri,
                        "POST /api/v1/imports HTTP/1.1",
                        "Host: " + uri.getAuthority(),
                        "Content-Length: 36000000");
        assertThat(tooLarge).startsWith("HTTP/1.1 413");
    }

    @Test
    void whoever_calls_does_not_say_where_from() throws Exception {
        var answer =
                Raw.exchange(
                        uri,
                        "GET /api/v1/portfolio HTTP/1.1",
                        "Host: " + uri.getAuthority(),
                        "X-Forwarded-For: 6.6.6.6",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Port: 666",
                        "X-Forwarded-Prefix: /evil",
                        "Forwarded: for=6.6.6.6;host=evil.example");
        assertThat(answer).startsWith("HTTP/1.1 200");
        var headers =
                Stream.of("p1", "p2")
                        .flatMap(name -> asked(name).stream())
                        .toList()
                        .getLast()
                        .headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly(uri.getAuthority());
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("X-Forwarded-Port")).containsExactly(String.valueOf(uri.getPort()));
        assertThat(headers).doesNotContainKeys("X-forwarded-prefix", "Forwarded");
        assertThat(headers.getFirst("Host")).isEqualTo(uri.getAuthority());
    }

    @Test
    void health_and_metrics_of_nodes_are_not_shown() throws Exception {
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(get("/actuator").statusCode()).isEqualTo(404);
    }

    /**
     * Each node leaves in the middle of what it does, and comes back, one after the other. What may
     * be asked twice is answered; what may not is asked once, whatever is said of it.
     */
    @Test
    void nodes_are_exchanged_under_load_and_nobody_notices() throws Exception {
        var calls = new CallsUnderLoad(http, uri);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calling =
                    Stream.generate(() -> callers.submit(calls::goOn)).limit(CALLERS).toList();
            for (var name : LEAVING) {
                var before = calls.answered();
                node(name).close();
                await().until(() -> calls.answered() > before + 100);
                node(name).startAgain();
                // as a deployment does, which goes on when the new one is ready
                var asked = asked(name).size();
                await().until(() -> asked(name).size() > asked + 20);
            }
            calls.end();
            for (var each : calling) {
                each.get();
            }
        }
        assertThat(calls.answered()).isGreaterThan(400);
        assertThat(calls.failed()).isEmpty();
        // each node that leaves can cost each caller the one call that is on its way
        assertThat(calls.repeated()).isLessThanOrEqualTo(LEAVING.size() * CALLERS);
        assertThat(askedTwice(calls.once())).isEmpty();
    }

    private Set<String> askedTwice(Set<String> once) {
        var seen = new HashSet<String>();
        return nodes.values().stream()
                .flatMap(each -> each.asked().stream())
                .map(Asked::path)
                .filter(once::contains)
                .filter(path -> !seen.add(path))
                .collect(Collectors.toSet());
    }

    StandInNode node(String name) {
        return Objects.requireNonNull(nodes.get(name));
    }

    List<Asked> asked(String name) {
        return node(name).asked();
    }

    URI uri() {
        return uri;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, @Nullable String key)
            throws IOException, InterruptedException {
        var request = request(path).POST(BodyPublishers.ofString("{\"a\": 1}"));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri.resolve(path));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get(ReadinessProbe.PATH).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
