package dev.headway.split.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The small gateway: started by {@code ./headway run --kafka} in a process of its own. */
public final class Gateway implements AutoCloseable {

    /** Longer than a stream is silent. */
    private static final Duration CLIENT_SILENCE = Duration.ofSeconds(75);

    /** For what is under way when the gateway stops; streams end with it. */
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private static final long LARGEST_BODY = 34L << 20;
    private static final long NO_LIMIT = -1;
    private static final int THREADS = 32;

    private final Server server;
    private final ReadinessProbe probe;

    private Gateway(Server server, ReadinessProbe probe) {
        this.server = server;
        this.probe = probe;
    }

    /** Serves until it is told to end. */
    public static void main(String[] arguments) throws Exception {
        var gateway = start(GatewaySettings.of(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
        gateway.server.join();
    }

    /**
     * Listens when this returns; whether nodes are ready, {@code /actuator/health/readiness} says.
     */
    public static Gateway start(GatewaySettings settings) throws Exception {
        var nodes =
                settings.nodes().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> new Nodes(each.getValue())));
        var forwarding = new Forwarding(Routes.deployed(), nodes);
        var server = new Server(threads());
        server.addConnector(connector(server, settings));
        server.setHandler(
                new GracefulHandler(
                        new OwnAnswers(limited(forwarding), List.copyOf(nodes.values()))));
        server.setStopTimeout(STOPPING.toMillis());
        server.start();
        var probe = ReadinessProbe.start(forwarding.getHttpClient(), nodes.values());
        return new Gateway(server, probe);
    }

    public URI uri() {
        return server.getURI();
    }

    private static SizeLimitHandler limited(Forwarding forwarding) {
        var limit = new SizeLimitHandler(LARGEST_BODY, NO_LIMIT);
        limit.setHandler(forwarding);
        return limit;
    }

    private static ServerConnector connector(Server server, GatewaySettings settings) {
        var speaking = new HttpConfiguration();
        speaking.setSendServerVersion(false);
        speaking.setSendDateHeader(false);
        var connector = new ServerConnector(server, new HttpConnectionFactory(speaking));
        connector.setHost(settings.address());
        connector.setPort(settings.port());
        connector.setIdleTimeout(CLIENT_SILENCE.toMillis());
        return connector;
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("gateway");
        return threads;
    }

    @Override
    public void close() {
        probe.close();
        LifeCycle.stop(server);
    }
}
