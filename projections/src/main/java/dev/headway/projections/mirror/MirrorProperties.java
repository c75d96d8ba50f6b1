package dev.headway.projections.mirror;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node's log is a copy, filled from the topic
 * @param lookAgain how often the brokers are asked whether the topic is still the same
 * @param patience how long the brokers may say nothing before this node is not ready any more
 */
@ConfigurationProperties("headway.mirror")
record MirrorProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("5s") Duration lookAgain,
        @DefaultValue("1m") Duration patience) {}
