package dev.headway.lifecycle.publishing;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.projections.log.EventDecoder;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventRevisions;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.log.NotificationListener;
import dev.headway.projections.log.StoredEventLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What a node has of the topic and nothing else: it publishes, or it is a mirror when its settings
 * say so. In this process, or by {@link #main} in one that can be stopped and killed.
 */
final class TopicNode {

    private TopicNode() {}

    static ConfigurableApplicationContext start(String database, Map<String, String> settings) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("node", Map.copyOf(settings)));
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database);
        pool.setUsername("headway");
        pool.setMaximumPoolSize(4);
        var reads = new EventReads(pool);
        var head = new HeadSignal();
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(EventReads.class, () -> reads);
        context.registerBean(HeadSignal.class, () -> head);
        context.registerBean(
                NotificationListener.class,
                () -> new NotificationListener(pool, head, Duration.ofMillis(100)));
        context.registerBean(EventLog.class, () -> log(reads, head));
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(RandomGenerator.class, () -> new SplittableRandom(pid()));
        context.scan("dev.headway.lifecycle.publishing", "dev.headway.projections.mirror");
        context.refresh();
        return context;
    }

    /**
     * @param arguments a database, and settings as {@code name=value}
     */
    static void main(String[] arguments) throws InterruptedException {
        var settings =
                Arrays.stream(arguments)
                        .skip(1)
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        start(arguments[0], settings);
        System.out.println("ready");
        Thread.currentThread().join();
    }

    private static EventLog log(EventReads reads, HeadSignal head) {
        var decoder = new EventDecoder(new EventTypes(), EventRevisions.upcasters());
        return new StoredEventLog(reads, decoder, head);
    }

    private static long pid() {
        return ProcessHandle.current().pid() + System.nanoTime();
    }
}
