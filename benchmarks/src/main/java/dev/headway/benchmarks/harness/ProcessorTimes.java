package dev.headway.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The processor time that each part of a service has taken so far, as the kernel counts it: the
 * JVM's threads by their names, PostgreSQL's processes by what they are for. In microseconds, in
 * steps of a clock tick (10,000), so that only seconds of load say something.
 */
public final class ProcessorTimes {

    /** What answers requests: the carriers of virtual threads, and who hands them connections. */
    public static final String REQUESTS = "requests";

    public static final String COMPILERS = "JIT compilers";
    public static final String READERS = "readers in the JVM";
    public static final String OTHER_THREADS = "collector, appender, rest of the JVM";
    public static final String APPEND = "the append's backend";
    public static final String READERS_BACKENDS = "readers in PostgreSQL";
    public static final String SERVER = "PostgreSQL's own processes";

    private static final double MICROS_OF_A_TICK = 10_000;

    /** Whoever holds the appender's connection has called nothing else for the whole run. */
    private static final String BACKENDS =
            """
            select pid,
                   backend_type = 'client backend'                                    as is_client,
                   backend_type = 'client backend' and query like '%append_events(%' as is_append
            from   pg_stat_activity
            where  pid <> pg_backend_pid()
            and    (datname = current_database() or backend_type <> 'client backend')
            """;

    private final Map<String, Double> micros;

    private ProcessorTimes(Map<String, Double> micros) {
        this.micros = micros;
    }

    /**
     * @param jvm the process of the service
     * @param connection to the database that it writes to
     */
    public static ProcessorTimes of(long jvm, Connection connection)
            throws IOException, SQLException {
        var micros = new TreeMap<String, Double>();
        try (var threads = Files.list(Path.of("/proc", String.valueOf(jvm), "task"))) {
            for (var thread : threads.toList()) {
                var stat = Stat.read(thread);
                if (stat != null) {
                    micros.merge(partOf(stat.name), stat.ticks * MICROS_OF_A_TICK, Double::sum);
                }
            }
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(BACKENDS)) {
            while (row.next()) {
                var stat = Stat.read(Path.of("/proc", row.getString("pid")));
                if (stat != null) {
                    var part =
                            row.getBoolean("is_append")
                                    ? APPEND
                                    : row.getBoolean("is_client") ? READERS_BACKENDS : SERVER;
                    micros.merge(part, stat.ticks * MICROS_OF_A_TICK, Double::sum);
                }
            }
        }
        return new ProcessorTimes(micros);
    }

    /** What each part took since, in microseconds for each of so many commands. */
    public Map<String, Double> eachSince(ProcessorTimes earlier, long commands) {
        var each = new TreeMap<String, Double>();
        micros.forEach(
                (part, now) ->
                        each.put(
                                part,
                                (now - earlier.micros.getOrDefault(part, 0.0))
                                        / Math.max(1, commands)));
        return each;
    }

    /** The kernel keeps the first fifteen letters of a thread's name. */
    private static String partOf(String thread) {
        if (thread.startsWith("ForkJoinPool")
                || thread.startsWith("http-nio")
                || thread.startsWith("tomcat")) {
            return REQUESTS;
        }
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
            return COMPILERS;
        }
        return thread.startsWith("reading") || thread.startsWith("watching")
                ? READERS
                : OTHER_THREADS;
    }

    /** A line of {@code /proc/…/stat}: the name in brackets, then columns; 14 and 15 are ticks. */
    private record Stat(String name, long ticks) {

        static @Nullable Stat read(Path task) throws IOException {
            try {
                var line = Files.readString(task.resolve("stat"));
                var end = line.lastIndexOf(')');
                var columns = line.substring(end + 2).split(" ");
                return new Stat(
                        line.substring(line.indexOf('(') + 1, end),
                        Long.parseLong(columns[11]) + Long.parseLong(columns[12]));
            } catch (NoSuchFileException ended) {
                return null;
            } catch (IOException ended) {
                // a thread that ends while its file is read
                if (Files.exists(task)) {
                    throw ended;
                }
                return null;
            }
        }
    }
}
