package dev.headway.lifecycle.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease after how long a node that is not heard of is no longer the one that publishes
 * @param lookAgain how often the brokers are asked whether the topic is still the same, and the
 *     lease is renewed or looked for
 */
@ConfigurationProperties("headway.publishing")
record PublishingProperties(
        @DefaultValue("15s") Duration lease, @DefaultValue("2s") Duration lookAgain) {}
