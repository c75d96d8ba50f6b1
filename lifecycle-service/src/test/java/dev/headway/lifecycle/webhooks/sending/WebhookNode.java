package dev.headway.lifecycle.webhooks.sending;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.projections.chat.channels.ChatProperties;
import dev.headway.projections.feed.EventFeed;
import dev.headway.projections.feed.OpenedEvents;
import dev.headway.projections.log.ChosenEvents;
import dev.headway.projections.log.EventDecoder;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventRevisions;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.log.NotificationListener;
import dev.headway.projections.log.ReadableEvents;
import dev.headway.projections.log.StoredEventLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What a node has of webhooks and nothing else: it sends. In this process, or by {@link #main} in
 * one that can be killed.
 */
final class WebhookNode {

    private WebhookNode() {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ChatProperties.class)
    static class Settings {}

    static ConfigurableApplicationContext start(
            String database, Clock clock, Map<String, String> settings) {
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
        var types = new EventTypes();
        var decoder = new EventDecoder(types, EventRevisions.upcasters());
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(EventReads.class, () -> reads);
        context.registerBean(ChosenEvents.class, () -> new ChosenEvents(pool, ReadableEvents.ALL));
        context.registerBean(EventTypes.class, () -> types);
        context.registerBean(HeadSignal.class, () -> head);
        context.registerBean(
                NotificationListener.class,
                () -> new NotificationListener(pool, head, Duration.ofMillis(100)));
        context.registerBean(EventLog.class, () -> new StoredEventLog(reads, decoder, head));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(SecureRandom.class);
        context.registerBean(
                "random",
                RandomGenerator.class,
                () -> new SplittableRandom(7),
                bean -> bean.setPrimary(true)); // a source of secrets is one, too
        context.registerBean(Disabling.class, () -> WebhookNode::nobodyIsGivenUp);
        context.register(Settings.class, EventFeed.class, OpenedEvents.class);
        context.scan(
                "dev.headway.lifecycle.webhooks.stored", "dev.headway.lifecycle.webhooks.sending");
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
        start(arguments[0], Clock.systemUTC(), settings);
        Thread.currentThread().join();
    }

    private static void nobodyIsGivenUp(
            String webhookId, long seen, String because, String correlationId) {
        throw new IllegalStateException(because);
    }
}
