package dev.headway.lifecycle.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody on loopback who is sent events, and answers as a test says. */
public final class EventReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Answer answer = answers(204);

    /** How a request is answered, once it has been noted. */
    @FunctionalInterface
    public interface Answer {

        void to(HttpExchange call) throws IOException;
    }

    /** A request. */
    public record Received(
            String path, String id, String timestamp, String signatures, String type, String body) {

        public List<JsonNode> events() {
            return JsonMapper.shared().readTree(body).valueStream().toList();
        }

        public List<Long> positions() {
            return events().stream()
                    .map(event -> Long.parseLong(event.get("sequence").asString()))
                    .toList();
        }

        /** Whether one of its signatures is by this secret, as Standard Webhooks has it. */
        public boolean isSignedWith(String secret) {
            try {
                var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                var signed = id + "." + timestamp + "." + body;
                var expected =
                        Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
                return List.of(signatures.split(" ")).contains("v1," + expected);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public EventReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public static Answer answers(int status, String... headers) {
        return call -> {
            for (int i = 0; i < headers.length; i += 2) {
                call.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            call.sendResponseHeaders(status, -1);
        };
    }

    /** From now on. */
    public void answer(Answer from) {
        answer = from;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Of the events of all requests, in the order in which they came. */
    public List<Long> positions() {
        return received().stream().flatMap(each -> each.positions().stream()).toList();
    }

    public Stream<String> ids() {
        return received().stream().map(Received::id);
    }

    public void forget() {
        received.clear();
    }

    private void take(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        if (!headers.containsKey("webhook-id")) {
            answers(404).to(call); // somebody who was here before on this port is looked for
            call.close();
            return;
        }
        received.add(
                new Received(
                        call.getRequestURI().toString(),
                        String.valueOf(headers.getFirst("webhook-id")),
                        String.valueOf(headers.getFirst("webhook-timestamp")),
                        String.valueOf(headers.getFirst("webhook-signature")),
                        String.valueOf(headers.getFirst("Content-Type")),
                        new String(call.getRequestBody().readAllBytes(), UTF_8)));
        try (call) {
            answer.to(call);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
