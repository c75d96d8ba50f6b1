package dev.headway.lifecycle.webhooks.sending;

import dev.headway.lifecycle.webhooks.stored.KnownWebhooks;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.TargetTable;
import dev.headway.projections.chat.channels.ChatProperties;
import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.feed.EventFeed;
import dev.headway.projections.feed.OpenedEvents;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.scheduling.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what sends events to webhooks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    private static final String EVENTS = "events";

    /** As many as there may be webhooks. */
    private static final int CONNECTIONS = 50;

    private static final Duration INITIAL_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT_HERE = Duration.ofSeconds(30);

    @Bean
    WebhookMeters webhookMeters(
            ProgressTable progress, KnownWebhooks known, HeadSignal head, MeterRegistry meters) {
        return new WebhookMeters(progress, known, head, meters);
    }

    /** With connections of its own: receivers that hang keep no alert from being told. */
    @Bean(defaultCandidate = false)
    @Qualifier(EVENTS)
    WebhookClient eventWebhookClient(ChatProperties chat, Clock clock) {
        return new WebhookClient(chat.allowInsecureTargets(), chat.ports(), clock, CONNECTIONS);
    }

    @Bean
    WebhookSender webhookSender(
            ProgressTable progress,
            TargetTable targets,
            KnownWebhooks known,
            EventFeed feed,
            OpenedEvents opened,
            @Qualifier(EVENTS) WebhookClient webhooks,
            Disabling disabling,
            WebhookProperties properties,
            WebhookMeters meters,
            RandomGenerator random,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new WebhookSender(
                new BatchClaims(progress, targets, known, feed),
                progress,
                targets,
                opened,
                webhooks,
                disabling,
                new Backoff(INITIAL_WAIT, LONGEST_WAIT, random),
                properties.disableAfter(),
                meters,
                clock,
                new TransactionTemplate(transactions));
    }

    @Bean
    PublishEventsToWebhooks publishEventsToWebhooks(
            WebhookSender sender,
            ProgressTable progress,
            EventLog log,
            WebhookMeters meters,
            WebhookProperties properties,
            RandomGenerator random) {
        return new PublishEventsToWebhooks(
                sender,
                progress,
                log,
                meters,
                properties,
                new Backoff(INITIAL_WAIT, LONGEST_WAIT_HERE, random));
    }
}
