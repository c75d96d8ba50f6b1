package dev.headway.broker;

import java.nio.file.Path;

/**
 * How a broker of one node is set up: what it takes to start on 128 MB and to be back soon after it
 * was killed.
 *
 * @param folder where its data, its settings and its log are
 * @param port for clients
 * @param controllerPort for itself
 * @param classPath Kafka's own artifacts
 */
public record BrokerSettings(Path folder, int port, int controllerPort, String classPath) {

    /** For {@code bootstrap.servers}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path file() {
        return folder.resolve("server.properties");
    }

    /** Any 16 bytes; one broker never meets another. */
    String clusterId() {
        return "aGVhZHdheS1sb2NhbC0xMg";
    }

    String text() {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        auto.create.topics.enable=false
        log.cleaner.dedupe.buffer.size=4194304
        broker.session.timeout.ms=2000
        broker.heartbeat.interval.ms=500
        group.initial.rebalance.delay.ms=0
        group.consumer.min.session.timeout.ms=6000
        group.consumer.session.timeout.ms=6000
        group.consumer.min.heartbeat.interval.ms=1000
        group.consumer.heartbeat.interval.ms=1000
        """
                .formatted(port, controllerPort, data());
    }
}
