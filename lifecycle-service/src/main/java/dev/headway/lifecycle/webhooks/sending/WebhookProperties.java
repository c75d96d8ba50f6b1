package dev.headway.lifecycle.webhooks.sending;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent events.
 *
 * @param autoStart whether this node sends any
 * @param disableAfter for how long one may take nothing before it is given up
 * @param pace how long to gather before the next request, after one that was not full
 * @param lookAgain how often one is looked at that nothing woke
 */
@ConfigurationProperties("headway.webhooks.sending")
record WebhookProperties(
        @DefaultValue("true") boolean autoStart,
        @DefaultValue("7d") Duration disableAfter,
        @DefaultValue("200ms") Duration pace,
        @DefaultValue("1s") Duration lookAgain) {}
