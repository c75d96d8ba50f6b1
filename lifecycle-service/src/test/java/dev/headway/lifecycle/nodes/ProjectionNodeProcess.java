package dev.headway.lifecycle.nodes;

import dev.headway.testing.ServiceProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A projection node in a process of its own, with what it has on its class path and no more. */
final class ProjectionNodeProcess {

    private static final Path MODULE = Path.of("../projections");

    private ProjectionNodeProcess() {}

    /**
     * Starts one and waits until it is ready: until what is on the topic can be seen in it.
     *
     * @param home where its PostgreSQL and its log are, kept for the next start
     * @param port where it serves, the same after each start
     * @param settings as {@code headway.kafka.bootstrap-servers=…}
     */
    static ServiceProcess start(Path home, int port, List<String> settings) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", classPath(), "dev.headway.projections.ProjectionNode"));
        command.addAll(List.of("--server.port=" + port, "--headway.home=" + home));
        settings.forEach(each -> command.add("--" + each));
        return ServiceProcess.start(new ProcessBuilder(command), home, port);
    }

    private static String classPath() throws IOException {
        return MODULE.resolve("target/classes").toAbsolutePath()
                + File.pathSeparator
                + Files.readString(MODULE.resolve("target/node.classpath")).strip();
    }
}
