package dev.headway.projections.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams are kept, on each node.
 *
 * @param heartbeat after how long a silence a comment is sent, so that nothing between takes the
 *     stream for dead
 * @param perPerson how many one person may have open; 429 beyond
 * @param most how many there may be; 503 beyond
 * @param waiting how many things may wait for a slow reader, who is then told to ask anew
 */
@ConfigurationProperties("headway.stream")
record StreamProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("20") int perPerson,
        @DefaultValue("2000") int most,
        @DefaultValue("1000") int waiting) {}
