package dev.headway.projections.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are read over HTTP, on each node.
 *
 * @param longestWait how long a reader at the head is kept waiting, however long it would
 * @param perPerson how many calls of one person may wait; 429 beyond
 * @param most how many may wait; 429 beyond
 */
@ConfigurationProperties("headway.events")
record FeedProperties(
        @DefaultValue("30s") Duration longestWait,
        @DefaultValue("5") int perPerson,
        @DefaultValue("200") int most) {}
