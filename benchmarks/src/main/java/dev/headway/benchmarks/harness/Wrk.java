package dev.headway.benchmarks.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The client {@code wrk}: nothing of ours, with two threads and as many connections as asked. */
public final class Wrk {

    private static final String SCRIPT =
            """
            local paths = {
            %s
            }
            local headers = { ["Authorization"] = "Bearer %s", ["Content-Type"] = "application/json" }
            local body = [[%s]]
            local threads = 0
            function setup(thread)
                thread:set("turn", threads * 977)
                threads = threads + 1
            end
            function request()
                turn = turn + 1
                return wrk.format("POST", paths[turn %% #paths + 1], headers, body)
            end
            function done(summary, latency, requests)
                io.write(string.format("headway %%d %%d %%d %%d %%d\\n", summary.duration, summary.requests,
                    summary.errors.status + summary.errors.connect + summary.errors.read
                        + summary.errors.write + summary.errors.timeout,
                    latency:percentile(50), latency:percentile(99)))
            end
            """;

    private static final Pattern SUMMARY =
            Pattern.compile("headway (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path script;
    private final URI service;

    /**
     * @param paths that are posted to in turns
     * @param json the body of each
     */
    public Wrk(Path folder, URI service, List<String> paths, String token, String json)
            throws IOException {
        var listed =
                paths.stream().map(path -> '"' + path + '"').collect(Collectors.joining(",\n"));
        this.script =
                Files.writeString(folder.resolve("wrk.lua"), SCRIPT.formatted(listed, token, json));
        this.service = service;
    }

    /**
     * What came of a run.
     *
     * @param failed answers that were none, and those that were not 2xx or 3xx
     */
    public record Run(Duration took, long all, long failed, Duration p50, Duration p99) {

        public double perSecond() {
            return (all - failed) / (took.toNanos() / 1e9);
        }

        public double p99OverP50() {
            return p99.toNanos() / (double) Math.max(1, p50.toNanos());
        }
    }

    /**
     * Sends for as long as asked; the next request of a connection when the last one is answered.
     *
     * @throws IllegalStateException when wrk is not installed, or says nothing
     */
    public Run run(int connections, Duration length) throws InterruptedException {
        var command =
                List.of(
                        "wrk",
                        "-t2",
                        "-c" + connections,
                        "-d" + length.toSeconds() + "s",
                        "--timeout=30s",
                        "-s",
                        script.toString(),
                        service.toString());
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var printed = new String(process.getInputStream().readAllBytes());
            process.waitFor();
            var summary = SUMMARY.matcher(printed);
            if (!summary.find()) {
                throw new IllegalStateException("wrk said: " + printed);
            }
            return new Run(
                    micros(summary.group(1)),
                    Long.parseLong(summary.group(2)),
                    Long.parseLong(summary.group(3)),
                    micros(summary.group(4)),
                    micros(summary.group(5)));
        } catch (IOException e) {
            throw new IllegalStateException("wrk is missing: apt-get install wrk", e);
        }
    }

    private static Duration micros(String number) {
        return Duration.ofNanos(1_000 * Long.parseLong(number));
    }
}
