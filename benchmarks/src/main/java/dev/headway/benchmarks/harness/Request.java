package dev.headway.benchmarks.harness;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whole requests as bytes. */
public final class Request {

    private Request() {}

    public static byte[] get(String path, String token) {
        return of("GET", path, token, null, "");
    }

    /**
     * @param headers more of them, each ended by CR LF
     */
    public static byte[] post(String path, String token, String json, String headers) {
        return of("POST", path, token, json, headers);
    }

    private static byte[] of(
            String method, String path, String token, @Nullable String json, String headers) {
        var body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        var head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + "\r\n"
                        + headers
                        + (json == null
                                ? ""
                                : "Content-Type: application/json\r\nContent-Length: "
                                        + body.length
                                        + "\r\n")
                        + "\r\n";
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }
}
