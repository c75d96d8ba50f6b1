package dev.headway.split.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the processes; what it says comes out under its name. */
final class LocalProcess {

    /** A terminal's Ctrl-C reaches everybody; only the one who starts them is to act on it. */
    private static final List<String> DEAF_TO_CTRL_C =
            List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final Process process;

    private LocalProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static String[] deafToCtrlC() {
        return DEAF_TO_CTRL_C.toArray(String[]::new);
    }

    /** One that was started elsewhere, and says nothing. */
    static LocalProcess of(String name, Process process) {
        return new LocalProcess(name, process);
    }

    static LocalProcess start(
            String name, List<String> command, Map<String, String> environment, PrintStream out)
            throws IOException {
        var whole = new ArrayList<>(DEAF_TO_CTRL_C);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        Thread.ofPlatform().daemon().name(name).start(() -> passOn(name, process, out));
        return new LocalProcess(name, process);
    }

    private static void passOn(String name, Process process, PrintStream out) {
        try (var said = process.inputReader(UTF_8)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                out.printf("%-10s | %s%n", name, line);
            }
        } catch (IOException _) {
            // it has ended in the middle of a line
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs when it has ended, whatever the reason. */
    void whenEnded(Runnable action) {
        process.onExit().thenRun(action);
    }

    /**
     * Waits until its readiness probe answers.
     *
     * @throws IllegalStateException if it ends instead, or takes minutes
     */
    void awaitReady(HttpClient http, URI address) throws InterruptedException {
        var probe =
                HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(http, probe)) {
            if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " ended before it was ready");
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(name + " does not become ready");
            }
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest probe) throws InterruptedException {
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Asks it to end, and returns at once. */
    void end() {
        process.destroy();
    }

    /** Ends it, and by force if it takes too long. */
    void awaitEnd(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
