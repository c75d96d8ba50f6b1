package dev.headway.lifecycle.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.contracts.Role;
import dev.headway.demo.Demo;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.BrokerProcess;
import dev.headway.testing.Caller;
import dev.headway.testing.Ports;
import dev.headway.testing.ServiceProcess;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broker, a lifecycle node whose questions are answered elsewhere, a projection node with a
 * PostgreSQL of its own, and beside them a node that does all by itself over the same store.
 */
final class SplitNodes implements AutoCloseable {

    final BrokerProcess broker;
    final RunningHeadway lifecycle;
    final RunningHeadway single;
    private final Path folder;
    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private ServiceProcess projection;

    private SplitNodes(Path folder) throws Exception {
        this.folder = folder;
        this.broker = BrokerProcess.start(folder.resolve("broker"));
        var written = new ArrayList<>(kafka());
        written.addAll(keys());
        written.add("headway.projections.enabled=false");
        written.add("headway.projections.url=http://localhost:" + port);
        written.add("headway.publishing.look-again=200ms");
        this.lifecycle = RunningHeadway.start(written.toArray(String[]::new));
        copyPortfolio();
        this.single = lifecycle.anotherNode(keys().toArray(String[]::new));
        this.projection = startProjection();
    }

    /**
     * A portfolio with a past, told elsewhere and stored before anybody here watches: what would be
     * noticed while it is told depends on who looks when.
     */
    private void copyPortfolio() throws Exception {
        try (var elsewhere = RunningHeadway.start(keys().toArray(String[]::new))) {
            var printed = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
            var now = Clock.systemUTC().instant();
            new Demo(elsewhere.uri(), elsewhere.token(Role.MANAGER), now, printed).play();
            var events = elsewhere.superuser().sql("select * from event order by position").query();
            for (var event : events.listOfRows()) {
                lifecycle
                        .superuser()
                        .sql(
                                """
                                insert into event
                                values (:position, :version, :effective_at, :recorded_at, :stream,
                                        :stream_type, :event_id, :type, :revision, :payload,
                                        :metadata)
                                """)
                        .params(event)
                        .update();
            }
        }
    }

    static SplitNodes start(Path folder) throws Exception {
        return new SplitNodes(folder);
    }

    /** Somebody at the projection node, with a token of the lifecycle node's issuer. */
    Caller reader(Role role) {
        return with(lifecycle.token(role));
    }

    /** Somebody with this token at the projection node; nobody in particular without one. */
    Caller with(@Nullable String token) {
        return new Caller(http, projection.uri(), token).withContract(OpenApiContract.ofHeadway());
    }

    ServiceProcess projection() {
        return projection;
    }

    /** Kills the projection node as the operating system does, and starts it where it stood. */
    void killProjection() throws Exception {
        projection.kill();
        projection = startProjection();
    }

    /** Does something while no projection node answers. */
    void withoutProjection(Runnable work) throws Exception {
        projection.kill();
        try {
            work.run();
        } finally {
            projection = startProjection();
        }
    }

    private ServiceProcess startProjection() throws Exception {
        var settings = new ArrayList<>(kafka());
        settings.addAll(keys());
        settings.add("headway.lifecycle.url=" + lifecycle.uri());
        settings.add("headway.identity.issuer=http://localhost:0");
        settings.add("headway.mirror.look-again=200ms");
        settings.add("headway.mirror.patience=5s");
        return ProjectionNodeProcess.start(folder.resolve("projection"), port, settings);
    }

    private List<String> kafka() {
        return List.of(
                "headway.kafka.bootstrap-servers=" + broker.address(),
                "headway.kafka.partitions=3",
                "headway.kafka.client.metadata.max.age.ms=500");
    }

    /** Of people: a folder that nodes share. */
    private List<String> keys() {
        return List.of(
                "headway.people.keys=" + folder.resolve("people-keys"),
                "headway.people.destroyed-keys=" + folder.resolve("destroyed-keys"));
    }

    @Override
    public void close() throws Exception {
        projection.close();
        single.close();
        lifecycle.close();
        broker.close();
        http.close();
    }
}
