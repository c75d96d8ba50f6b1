package dev.headway.split.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalProcessTest {

    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void what_it_says_comes_out_under_its_name() throws Exception {
        var process = started("echo \"serves $WHAT\"", Map.of("WHAT", "tea"));
        await().until(() -> said.toString(UTF_8).contains("node       | serves tea"));
        process.awaitEnd(PATIENT);
    }

    @Test
    void one_that_ends_before_it_is_ready_is_told_of() throws Exception {
        var process = started("exit 3", Map.of());
        try (var http = HttpClient.newHttpClient()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> process.awaitReady(http, URI.create("http://127.0.0.1:1")))
                    .withMessage("node ended before it was ready");
        }
    }

    /** A terminal sends it to everybody; the order in which they end is for one to choose. */
    @Test
    void ctrl_c_does_not_reach_it() throws Exception {
        var process = started("echo up; exec tail -f /dev/null", Map.of());
        await().until(() -> said.toString(UTF_8).contains("up"));
        assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor())
                .isZero();
        assertThat(new ProcessBuilder("kill", "-0", "" + process.pid()).start().waitFor()).isZero();
        assertThat(process.isAlive()).isTrue();

        process.awaitEnd(PATIENT);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void one_that_does_not_want_to_end_is_ended() throws Exception {
        var process =
                started("trap '' TERM; echo up; while :; do tail -f /dev/null; done", Map.of());
        await().until(() -> said.toString(UTF_8).contains("up"));
        var children = ProcessHandle.of(process.pid()).orElseThrow().descendants().toList();

        process.awaitEnd(AT_ONCE);

        assertThat(process.isAlive()).isFalse();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whoever_waits_for_its_end_is_told() throws Exception {
        var process = started("exec tail -f /dev/null", Map.of());
        var ended = new java.util.concurrent.CountDownLatch(1);
        process.whenEnded(ended::countDown);
        process.end();
        await().until(() -> ended.getCount() == 0);
    }

    private LocalProcess started(String script, Map<String, String> environment)
            throws IOException {
        return LocalProcess.start(
                "node",
                List.of("sh", "-c", script),
                environment,
                new PrintStream(said, true, UTF_8));
    }
}
