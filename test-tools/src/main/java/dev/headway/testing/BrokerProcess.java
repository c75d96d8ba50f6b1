package dev.headway.testing;

import dev.headway.broker.BrokerSettings;
import dev.headway.broker.LocalBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Kafka broker in a process of its own, on ports of this machine alone, that can be killed and
 * stopped where it stands.
 */
public final class BrokerProcess implements AutoCloseable {

    /** Made by the build of module {@code local-broker}, beside whatever module is tested. */
    private static final Path CLASS_PATH = Path.of("../local-broker/target/broker.classpath");

    private final LocalBroker broker;
    private Process process;

    private BrokerProcess(LocalBroker broker) throws IOException, InterruptedException {
        this.broker = broker;
        this.process = launch();
    }

    /** Formats a folder of its own and starts on it; returns when the broker takes records. */
    public static BrokerProcess start(Path folder) throws IOException {
        return start(folder, Files.readString(CLASS_PATH).strip());
    }

    /** The same, with Kafka's artifacts where somebody else has them. */
    public static BrokerProcess start(Path folder, String classPath) throws IOException {
        var settings = new BrokerSettings(folder, Ports.free(), Ports.free(), classPath);
        try {
            return new BrokerProcess(LocalBroker.prepared(settings));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For {@code bootstrap.servers}. */
    public String address() {
        return broker.address();
    }

    /** The operating system's kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on what it had, at the same address. */
    public void startAgain() throws IOException, InterruptedException {
        process = launch();
    }

    private Process launch() throws IOException, InterruptedException {
        var launched = broker.launch();
        // whatever goes wrong here, nothing is left running
        Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
        broker.awaitStarted();
        return launched;
    }

    /** Stops its threads where they stand: connections stay open and nobody answers. */
    public void freeze() throws IOException, InterruptedException {
        Signals.stop(process);
    }

    public void thaw() throws IOException, InterruptedException {
        Signals.goOn(process);
    }

    /** At once: nobody needs what it would write down on its way. */
    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
