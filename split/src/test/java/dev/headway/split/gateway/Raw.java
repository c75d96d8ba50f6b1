package dev.headway.split.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Requests that no client would send. */
final class Raw {

    private Raw() {}

    /**
     * @param lines the request's line and its headers
     * @return everything that came back until the connection was closed
     */
    static String exchange(URI server, String... lines) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
