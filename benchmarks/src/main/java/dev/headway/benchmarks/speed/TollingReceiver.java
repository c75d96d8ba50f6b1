package dev.headway.benchmarks.speed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages, and counts what they are about. */
final class TollingReceiver implements AutoCloseable {

    /** Of nobody but this benchmark. */
    static final String SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Pattern NAME =
            Pattern.compile(Pattern.quote(AlertFlood.NAME).replace("%d", "\\E\\d+\\Q"));

    private final HttpServer server;
    private final List<Integer> sizes = new ArrayList<>();
    private long first;
    private long last;
    private long alerts;
    private int misnamed;
    private int unsigned;

    TollingReceiver() throws IOException {
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Counts messages anew, and alerts on. */
    synchronized void forget() {
        sizes.clear();
        first = 0;
        last = 0;
    }

    synchronized int messages() {
        return sizes.size();
    }

    /** How many alerts it was told of, as the messages count them. */
    synchronized long alerts() {
        return alerts;
    }

    /** When the first message came, as {@link System#nanoTime}. */
    synchronized long first() {
        return first;
    }

    synchronized long last() {
        return last;
    }

    synchronized int largest() {
        return sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    synchronized int median() {
        return sizes.isEmpty() ? 0 : sizes.stream().sorted().toList().get(sizes.size() / 2);
    }

    /** How many alerts were about a partnership of another name than it has. */
    synchronized int misnamed() {
        return misnamed;
    }

    synchronized int unsigned() {
        return unsigned;
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            var body = call.getRequestBody().readAllBytes();
            var at = System.nanoTime();
            var isSigned = isSigned(call, body);
            count(JsonMapper.shared().readTree(body), body.length, at, isSigned);
            call.sendResponseHeaders(200, -1);
        }
    }

    private synchronized void count(JsonNode message, int size, long at, boolean isSigned) {
        first = sizes.isEmpty() ? at : first;
        last = at;
        sizes.add(size);
        unsigned += isSigned ? 0 : 1;
        alerts += message.at("/count").asLong();
        message.at("/alerts").forEach(each -> look(each.at("/partnershipName")));
        message.at("/groups")
                .forEach(
                        group -> group.at("/partnerships").forEach(each -> look(each.at("/name"))));
    }

    private void look(JsonNode name) {
        misnamed += NAME.matcher(name.asString()).matches() ? 0 : 1;
    }

    private static boolean isSigned(HttpExchange call, byte[] body) {
        var headers = call.getRequestHeaders();
        var signature = headers.getFirst("webhook-signature");
        var text = new String(body, StandardCharsets.UTF_8);
        var signed =
                headers.getFirst("webhook-id")
                        + "."
                        + headers.getFirst("webhook-timestamp")
                        + "."
                        + text;
        return signature != null && signature.equals("v1," + hash(signed));
    }

    private static String hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
