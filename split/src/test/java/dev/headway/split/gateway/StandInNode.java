package dev.headway.split.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A server in the place of a node: it says who it is, remembers what it was asked, and can be rude.
 */
final class StandInNode implements AutoCloseable {

    static final String NAME = "X-Node";

    /** What becomes of requests that are not about its readiness. */
    enum Manner {
        ANSWERS,
        HANGS_UP,
        TURNS_AWAY
    }

    record Asked(String method, String path, Headers headers, long length) {}

    private final String name;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch more = new CountDownLatch(1);
    private volatile Manner manner = Manner.ANSWERS;
    private volatile boolean ready = true;
    private int port;
    private HttpServer server;

    StandInNode(String name) throws IOException {
        this.name = name;
        this.server = start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    List<Asked> asked() {
        return asked;
    }

    void nowItIs(Manner manner) {
        this.manner = manner;
    }

    void isReady(boolean ready) {
        this.ready = ready;
    }

    /** Lets a stream go on. */
    void goOn() {
        more.countDown();
    }

    /** Cuts what is under way. */
    @Override
    public void close() {
        server.stop(0);
    }

    void startAgain() throws IOException {
        server = start();
    }

    private HttpServer start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var starting = HttpServer.create(address, 128);
        port = starting.getAddress().getPort();
        starting.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        starting.createContext("/", this::answer);
        starting.start();
        return starting;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals(ReadinessProbe.PATH)) {
            exchange.sendResponseHeaders(ready ? 200 : 503, -1);
            exchange.close();
            return;
        }
        // rude nodes are not the ones that see all of a large body
        var length = exchange.getRequestBody().readAllBytes().length;
        asked.add(
                new Asked(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), length));
        switch (manner) {
            case HANGS_UP -> exchange.close();
            case TURNS_AWAY -> turnAway(exchange);
            case ANSWERS -> serve(exchange, path);
        }
    }

    private static void turnAway(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(503, -1);
        exchange.close();
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().set(NAME, name);
        try (exchange) {
            if (path.endsWith("/stream")) {
                stream(exchange);
            } else {
                var body = name.getBytes();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        body.write("data: first\n\n".getBytes());
        body.flush();
        try {
            more.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        body.write("data: second\n\n".getBytes());
    }
}
