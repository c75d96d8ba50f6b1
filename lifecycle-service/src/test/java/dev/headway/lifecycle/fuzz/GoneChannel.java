package dev.headway.lifecycle.fuzz;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A channel that is gone: whatever it is told is a dead letter, and it is told nothing more. */
final class GoneChannel implements AutoCloseable {

    private final HttpServer receiver;

    GoneChannel() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                call -> {
                    call.sendResponseHeaders(410, -1);
                    call.close();
                });
        receiver.start();
    }

    String[] settings() {
        return new String[] {
            "headway.chat.allow-insecure-targets=true",
            "headway.chat.channels[0].kind=webhook",
            "headway.chat.channels[0].name=team",
            "headway.chat.channels[0].url=http://127.0.0.1:%d/hook"
                    .formatted(receiver.getAddress().getPort())
        };
    }

    @Override
    public void close() {
        receiver.stop(0);
    }
}
