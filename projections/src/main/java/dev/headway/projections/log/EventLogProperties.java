package dev.headway.projections.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how often another node's events are looked for when no notification tells of them
 */
@ConfigurationProperties("headway.event-store")
record EventLogProperties(@DefaultValue("500ms") Duration poll) {}
