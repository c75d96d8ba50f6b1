package dev.headway.benchmarks.chaos;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.RestartableNode;
import dev.headway.benchmarks.harness.SplitProcesses;
import dev.headway.benchmarks.safety.Ledger;
import dev.headway.benchmarks.safety.ReferenceRebuild;
import dev.headway.benchmarks.safety.RegisteredPartnerships;
import dev.headway.benchmarks.safety.RetryingCaller.Door;
import dev.headway.benchmarks.safety.SteadyLoad;
import dev.headway.contracts.Role;
import dev.headway.testing.DurablePostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two lifecycle nodes over one PostgreSQL, projection nodes over another, a broker and a gateway; a
 * portfolio that has something to alert of, and somebody who is told.
 */
final class ChaosWorld implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int PARTNERSHIPS = 40;
    private static final int CALLERS = 8;

    final DurablePostgres stores;
    final DurablePostgres answers;
    final SplitProcesses nodes;
    final Ledger ledger = new Ledger();
    final AlertTally told = new AlertTally();
    final TopicTampering topic;
    final ReferenceRebuild rebuild;
    final List<String> partnerships;
    final String store;
    private final List<String> mirrors;
    private int loads;

    /**
     * What there is besides two lifecycle nodes.
     *
     * @param projectionNodes how many; the first one is started with the world
     * @param databases how many they have between them
     * @param haproxy whether the gateway is a deployment's
     */
    record Shape(int projectionNodes, int databases, boolean haproxy) {}

    /**
     * @param name of the databases; no other world has it
     * @param shape which projection nodes, and which gateway
     * @param options of all nodes
     */
    ChaosWorld(
            DurablePostgres stores,
            DurablePostgres answers,
            Path folder,
            String name,
            Shape shape,
            List<String> options)
            throws Exception {
        this.stores = stores;
        this.answers = answers;
        this.store = stores.create(name);
        this.mirrors = new ArrayList<>();
        for (int n = 0; n < shape.databases(); n++) {
            mirrors.add(answers.create(name + "_mirror_" + n));
        }
        this.nodes =
                new SplitProcesses(
                        folder.resolve(name),
                        new SplitProcesses.Plan(
                                stores.url(store),
                                2,
                                IntStream.range(0, shape.projectionNodes())
                                        .mapToObj(n -> mirrors.get(n % mirrors.size()))
                                        .map(answers::url)
                                        .toList(),
                                options,
                                told.channel(),
                                shape.haproxy()));
        for (var node : nodes.lifecycle()) {
            node.start();
        }
        nodes.projection().getFirst().start();
        this.topic = new TopicTampering(nodes.broker());
        this.rebuild = new ReferenceRebuild(stores, folder, nodes.keys());
        ToldPortfolio.play(nodes.uri(), nodes.token(Role.MANAGER));
        this.partnerships = RegisteredPartnerships.by(nodes.as(Role.MANAGER), PARTNERSHIPS);
    }

    /** Commands through the gateway, until it is closed. */
    SteadyLoad load(Duration pace) {
        var door = new Door(nodes.uri(), nodes.token(Role.MANAGER));
        return new SteadyLoad("load" + loads++, CALLERS, pace, partnerships, ledger, () -> door);
    }

    Connection store() throws SQLException {
        return stores.connect(store);
    }

    /** Of the first projection node. */
    Connection mirror() throws SQLException {
        return answers.connect(mirrors.getFirst());
    }

    /** The databases of projection nodes. */
    List<String> mirrors() {
        return mirrors;
    }

    /** Until so many more commands were settled. */
    void awaitCommands(int more) {
        var enough = ledger.certain() + more;
        await("commands").atMost(PATIENCE).until(() -> ledger.certain() >= enough);
    }

    /** The position of the newest event. */
    long head() throws SQLException {
        return Sql.number(this::store, "select coalesce(max(position), 0) from event");
    }

    /** Up to where the brokers have acknowledged everything. */
    long published() throws SQLException {
        return Sql.number(this::store, "select position from publishing");
    }

    long epoch() throws SQLException {
        return Sql.number(this::store, "select epoch from publishing");
    }

    /** Up to where the mirror can be read. */
    long mirrored() throws SQLException {
        return Sql.number(this::mirror, "select mirror_head()");
    }

    void awaitEpochBeyond(long epoch) {
        await("another epoch").atMost(PATIENCE).until(() -> epoch() > epoch);
    }

    void awaitPublished() throws SQLException {
        var head = head();
        await("position " + head + " on the topic")
                .atMost(PATIENCE)
                .until(() -> published() >= head);
    }

    /** The lifecycle node that publishes now. */
    RestartableNode publisher() {
        return await("a node that publishes")
                .atMost(PATIENCE)
                .until(
                        () -> nodes.lifecycle().stream().filter(ChaosWorld::publishes).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Whoever does not publish tells no lag. */
    private static boolean publishes(RestartableNode node) {
        return !Double.isNaN(node.process().metric("headway_publishing_lag"));
    }

    RestartableNode projection() {
        return nodes.projection().getFirst();
    }

    @Override
    public void close() throws Exception {
        topic.close();
        nodes.close();
        told.close();
        stores.drop(store);
        for (var mirror : mirrors) {
            answers.drop(mirror);
        }
    }
}
