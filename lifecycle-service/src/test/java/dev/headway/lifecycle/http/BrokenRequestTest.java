package dev.headway.lifecycle.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenRequestTest {

    static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a|b HTTP/1.1,         Host: localhost, 400",
        "GET /api/v1/x HTTP/1.1,    Host: a b,       400",
        "GET /api/%zz/x HTTP/1.1,   Host: localhost, 400",
        "TRACE /api/v1/x HTTP/1.1,  Host: localhost, 405",
        "GET /api/v1//x HTTP/1.1,   Host: localhost, 400",
        "GET /api/v1/x HTTP/9.9,    Host: localhost, 400",
        "GET /api/v1/x HTTP/1.1,    'Host: localhost|Transfer-Encoding: nonsense', 400",
        "GET /api/v1/x HTTP/1.1,    'Host: localhost|Authorization: Bearer a|authorization: Bearer b', 400",
        "POST /api/v1/x HTTP/1.1,   'Host: localhost|If-Match: *|If-Match: \"1\"', 400",
        "POST /api/v1/x HTTP/1.1,   'Host: localhost|Idempotency-Key: a|Idempotency-Key: b', 400",
        "GET /api/v1/x HTTP/1.1,    'Host: localhost|Headway-Position: 1|Headway-Position: 2', 400",
        "POST /api/v1/x HTTP/1.1,   'Host: localhost|Content-Type: text/csv|Content-Type: text/plain', 400"
    })
    void what_no_controller_sees_is_answered_with_a_problem_too(
            String line, String header, int status) throws IOException {
        var answer =
                send(line + "\r\n" + header.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"status\":" + status, "\"instance\":\"/")
                .doesNotContain("<html", "Exception");
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket("localhost", headway.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
