package dev.headway.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The machine that measures: what it is, and whether it has nothing else to do. */
public final class Machine {

    private static final double IDLE_ENOUGH = 0.90;
    private static final Duration LOOKED_AT = Duration.ofSeconds(1);
    private static final Duration PATIENCE =
            Duration.ofSeconds(Integer.getInteger("headway.idle-patience-seconds", 120));

    private Machine() {}

    /**
     * Waits until nine tenths of it are idle: compilers and checkpoints go on for a while after the
     * load that caused them.
     *
     * @return how idle it was in the end, from 0 to 1; less than wished when patience ran out
     */
    public static double awaitIdle() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        double idle;
        do {
            var before = Ticks.now();
            LockSupport.parkNanos(LOOKED_AT.toNanos());
            idle = Ticks.now().idleSince(before);
        } while (idle < IDLE_ENOUGH && System.nanoTime() < end);
        return idle;
    }

    /** The commit that is checked out. */
    public static String commit() {
        return printed("git", "-C", Checkout.folder().toString(), "rev-parse", "--short", "HEAD");
    }

    /** What to know of it to judge its figures. */
    public static Map<String, String> described() throws IOException {
        var described = new LinkedHashMap<String, String>();
        described.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        described.put("memory", first("/proc/meminfo", "MemTotal:"));
        described.put("cpu", first("/proc/cpuinfo", "model name"));
        described.put(
                "kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        described.put(
                "jdk",
                System.getProperty("java.vendor")
                        + " "
                        + System.getProperty("java.runtime.version"));
        return described;
    }

    /** Resident memory of a process, in MiB. */
    public static double residentMebibytes(long pid) throws IOException {
        var line = first("/proc/" + pid + "/status", "VmRSS:");
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
    }

    /** What a command prints, or "unknown" when it cannot be run. */
    public static String printed(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? text
                    : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    private static String first(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /** The kernel's count of where all cores spent their time; columns 4 and 5 are idle. */
    private record Ticks(long all, long idle) {

        static Ticks now() throws IOException {
            var columns =
                    Arrays.stream(first("/proc/stat", "cpu ", 4).split(" +"))
                            .mapToLong(Long::parseLong)
                            .toArray();
            return new Ticks(Arrays.stream(columns).limit(8).sum(), columns[3] + columns[4]);
        }

        private static String first(String file, String prefix, int from) throws IOException {
            try (var lines = Files.lines(Path.of(file))) {
                return lines.filter(line -> line.startsWith(prefix))
                        .findFirst()
                        .orElseThrow()
                        .substring(from)
                        .strip();
            }
        }

        double idleSince(Ticks before) {
            return (idle - before.idle) / (double) Math.max(1, all - before.all);
        }
    }
}
