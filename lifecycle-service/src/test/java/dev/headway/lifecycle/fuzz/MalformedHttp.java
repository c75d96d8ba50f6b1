package dev.headway.lifecycle.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Random;

/**
 * Requests that no HTTP library lets anybody write. HTTP/0.9 is not among them: Tomcat (11.0.24)
 * takes it, and then answers whoever next sends it a broken request line without a status line
 * either, since it forgets to forget the version.
 */
final class MalformedHttp {

    private static final String HERE = "/api/v1/partnerships";
    private static final String HOST = "Host: localhost";

    private final Random random;
    private final String authorization;

    MalformedHttp(Random random, String authorization) {
        this.random = random;
        this.authorization = authorization;
    }

    RawRequest any() {
        return switch (random.nextInt(32)) {
            case 0 -> get("GET " + HERE + " HTTP/9.9", HOST);
            case 1 -> get("GET " + HERE + " HTTP/2.0", HOST);
            case 2 -> get("GET " + HERE + " HTTQ/1.1", HOST);
            case 3 -> get("GET " + HERE + " HTTP/1.", HOST);
            case 4 -> get("GET  " + HERE + "  HTTP/1.1", HOST);
            case 5 -> get("get " + HERE + " HTTP/1.1", HOST);
            case 6 -> get("G\u0000T " + HERE + " HTTP/1.1", HOST);
            case 7 -> get("GET " + HERE + " HTTP/1.1", "X-No: host");
            case 8 -> get("GET " + HERE + " HTTP/1.1", HOST, HOST);
            case 9 -> get("GET " + HERE + " HTTP/1.1", "Host: a b");
            case 10 -> get("GET " + HERE + " HTTP/1.1", "Host: localhost:99999");
            case 11 -> get("GET " + HERE + " HTTP/1.1", HOST, "X Space: 1");
            case 12 -> get("GET " + HERE + " HTTP/1.1", HOST, "without a colon");
            case 13 -> get("GET " + HERE + " HTTP/1.1", HOST, "X-Fold: a", " folded");
            case 14 -> get("GET " + HERE + " HTTP/1.1", HOST, "X-Nul: a\u0000b", "\u00FF: 1");
            case 15 -> get("GET " + HERE + " HTTP/1.1", HOST, "X-Long: " + "x".repeat(100_000));
            case 16 -> get("GET " + HERE + "?" + "x".repeat(100_000) + " HTTP/1.1", HOST);
            case 17 -> get("GET http://elsewhere" + HERE + " HTTP/1.1", HOST);
            case 18 -> get("GET * HTTP/1.1", HOST);
            case 19 -> get("OPTIONS * HTTP/1.1", HOST);
            case 20 -> get("CONNECT localhost:22 HTTP/1.1", HOST);
            case 21 -> get("GET api/v1/partnerships HTTP/1.1", HOST);
            case 22 -> get("\r\n\r\nGET " + HERE + " HTTP/1.1\r\n" + HOST.replace(":", " :"));
            case 23 -> post("{}", "Content-Length: -1");
            case 24 -> post("{}", "Content-Length: two");
            case 25 -> post("{}", "Content-Length: 2", "Content-Length: 3");
            case 26 -> post("{}", "Content-Length: 99999999999999999999");
            case 27 -> post("0\r\n\r\n", "Content-Length: 2", "Transfer-Encoding: chunked");
            case 28 -> post("zz\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked");
            case 29 -> post("ffffffff\r\n{}\r\n", "Transfer-Encoding: chunked");
            case 30 -> post("{}", "Transfer-Encoding: nonsense");
            default -> post("{\"name\":", "Content-Length: 1000");
        };
    }

    private RawRequest get(String... head) {
        return strange(List.of(head), "");
    }

    private RawRequest post(String body, String... headers) {
        return strange(
                List.of(
                        "POST " + HERE + " HTTP/1.1",
                        HOST,
                        authorization,
                        "Content-Type: application/json",
                        String.join("\r\n", headers)),
                body);
    }

    private static RawRequest strange(List<String> head, String body) {
        return new RawRequest("STRANGE", HERE, head, body.getBytes(US_ASCII), false);
    }
}
