package dev.headway.lifecycle.observability;

import dev.headway.projections.log.HeadSignal;
import dev.headway.testing.TestDatabase;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What a node tells whose log is a mirror: of the mirror, while its brokers are away. */
final class MirrorMetrics {

    private static final PrometheusMeterRegistry REGISTRY = told();

    private MirrorMetrics() {}

    static PrometheusMeterRegistry registry() {
        return REGISTRY;
    }

    private static PrometheusMeterRegistry told() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (var node = new AnnotationConfigApplicationContext()) {
            node.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "node",
                                    Map.of(
                                            "headway.mirror.enabled", "true",
                                            "headway.kafka.bootstrap-servers", "127.0.0.1:9",
                                            "headway.kafka.topic", "nowhere")));
            node.registerBean(DataSource.class, TestDatabase::migrated);
            node.registerBean(HeadSignal.class);
            node.registerBean(
                    PrometheusMeterRegistry.class,
                    () -> registry,
                    bean -> bean.setDestroyMethodName("")); // it is asked afterwards
            node.registerBean(Clock.class, Clock::systemUTC);
            node.registerBean(RandomGenerator.class, () -> new SplittableRandom(7));
            node.scan("dev.headway.projections.mirror");
            node.refresh();
        }
        return registry;
    }
}
