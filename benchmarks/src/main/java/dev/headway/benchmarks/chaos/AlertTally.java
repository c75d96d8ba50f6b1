package dev.headway.benchmarks.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom Headway tells of alerts. A message that comes again under its id, as one may whose sender
 * was killed, counts once.
 */
final class AlertTally implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Integer> messages = new HashMap<>();

    AlertTally() throws IOException {
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** What a node is told about whom it tells. */
    List<String> channel() {
        return List.of(
                "-Dheadway.chat.allow-insecure-targets=true",
                "-Dheadway.chat.channels[0].kind=webhook",
                "-Dheadway.chat.channels[0].name=tally",
                "-Dheadway.chat.channels[0].per-second=50",
                "-Dheadway.chat.channels[0].secrets[0]=whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "-Dheadway.chat.channels[0].url=http://127.0.0.1:"
                        + server.getAddress().getPort()
                        + "/");
    }

    /** Of how many alerts it was told in these messages. */
    synchronized long alerts(Collection<String> ids) {
        return ids.stream().mapToLong(each -> messages.getOrDefault(each, 0)).sum();
    }

    /** How many messages came, each counted once. */
    synchronized int messages() {
        return messages.size();
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            var message = JsonMapper.shared().readTree(call.getRequestBody().readAllBytes());
            count(call.getRequestHeaders().getFirst("webhook-id"), message.at("/count").asInt());
            call.sendResponseHeaders(200, -1);
        }
    }

    private synchronized void count(String id, int alerts) {
        messages.put(id, alerts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
