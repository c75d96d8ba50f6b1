package dev.headway.projections.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.client.RestClient;

/** A file is handed on while the API still writes it. */
class LongAnswerTest {

    private static final String FILE = "name\nReef\n";

    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext(
                "/api/v1/partnerships",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, FILE.length());
                        exchange.getResponseBody().write(FILE.getBytes(UTF_8));
                    }
                });
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void it_comes_as_it_is() {
        var received = new ByteArrayOutputStream();

        handOn(received);

        assertThat(received.toString(UTF_8)).isEqualTo(FILE);
    }

    @Test
    void that_a_browser_has_gone_is_not_the_apis_doing() {
        var gone = new Broken(new ClientAbortException("Broken pipe"));

        assertThatCode(() -> handOn(gone)).doesNotThrowAnyException();
    }

    @Test
    void an_answer_that_breaks_off_is() {
        var broken = new Broken(new IOException("Connection reset"));

        assertThatExceptionOfType(ApiAwayException.class).isThrownBy(() -> handOn(broken));
    }

    private void handOn(OutputStream to) {
        var http = RestClient.create();
        var base = "http://127.0.0.1:" + api.getAddress().getPort();
        new HeadwayApi(http, http, base, "token", new MockHttpSession())
                .handOn("/partnerships", Map.of(), MediaType.TEXT_PLAIN, () -> to);
    }

    private static final class Broken extends OutputStream {

        private final IOException why;

        Broken(IOException why) {
            this.why = why;
        }

        @Override
        public void write(int one) throws IOException {
            throw why;
        }
    }
}
