package dev.headway.lifecycle.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param groupSize how many commands one statement stores at most
 * @param gathering how long a group waits for more, after one that had company
 * @param queueCapacity how many commands may wait for their group before newcomers wait for a place
 * @param statementTimeout after which PostgreSQL gives up on a group, with nothing stored
 * @param answerTimeout after which a command stops waiting for its group
 */
@ConfigurationProperties("headway.event-store")
record EventStoreProperties(
        @DefaultValue("256") int groupSize,
        @DefaultValue("4ms") Duration gathering,
        @DefaultValue("4096") int queueCapacity,
        @DefaultValue("5s") Duration statementTimeout,
        @DefaultValue("8s") Duration answerTimeout) {

    static EventStoreProperties defaults() {
        return new EventStoreProperties(
                256, Duration.ofMillis(4), 4096, Duration.ofSeconds(5), Duration.ofSeconds(8));
    }
}
