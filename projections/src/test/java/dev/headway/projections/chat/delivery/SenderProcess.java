package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.ChatFixture;
import dev.headway.projections.chat.ChatFixture.Settings;
import dev.headway.projections.chat.ChatFixture.Wanted;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.scheduling.FixedDelayTasks;
import dev.headway.projections.scheduling.FixedDelayTasks.Task;
import dev.headway.projections.watching.alerts.AlertsForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A sender in a process of its own, so that it can be killed; it ends with whoever started it. */
final class SenderProcess {

    static final Duration LEASE = Duration.ofSeconds(3);

    private static final String READY = "ready";
    private static final String APPLICATION = "headway";

    private final Process process;

    private SenderProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one, and waits until it sends.
     *
     * @param classes an archive of loaded classes, made by the first one that ends by itself
     */
    static SenderProcess start(String database, String receiver, Path classes) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + classes));
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=off"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(SenderProcess.class.getName(), database, receiver));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = process.inputReader();
        for (var line = lines.readLine(); !READY.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("The sender did not start");
            }
        }
        return new SenderProcess(process);
    }

    /** The operating system's kill -9: nothing of it runs any more when this returns. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Lets it end by itself. */
    void end() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    Process process() {
        return process;
    }

    /**
     * @param arguments the database and the receiver
     */
    public static void main(String[] arguments) throws IOException {
        var source = new SingleConnectionDataSource(arguments[0], APPLICATION, "unused", true);
        var wanted = new Wanted();
        wanted.lease = LEASE;
        wanted.perSecond = 500;
        var messenger =
                new ChatFixture(
                        source,
                        Clock.systemUTC(),
                        AlertsForTests.open(JdbcClient.create(source)),
                        wanted.over(Settings.of(source, ChannelKind.WEBHOOK, arguments[1])));
        var telling = new Task("sender", Duration.ofMillis(1), messenger::tell);
        var sender = new FixedDelayTasks("sender", true, List.of(telling));
        sender.start();
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // until the parent has gone, or wants it to end
        }
        sender.stop();
        source.destroy();
    }
}
