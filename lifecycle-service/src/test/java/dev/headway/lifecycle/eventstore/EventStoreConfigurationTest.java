package dev.headway.lifecycle.eventstore;

import static dev.headway.lifecycle.eventstore.TestStore.event;
import static dev.headway.lifecycle.eventstore.TestStore.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.log.EventLog;
import dev.headway.testing.TestDatabase;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** That Axon, left to its auto-configuration, uses the store and nothing beside it. */
@SpringBootTest(properties = "headway.home=target/home")
@ContextConfiguration(initializers = TestDatabase.class)
class EventStoreConfigurationTest {

    @Autowired private Configuration axon;
    @Autowired private EventLog log;

    @Test
    void what_axon_publishes_is_in_the_log_that_projections_read() {
        axon.eventStore().publish(event("p1", 1, touchpoint("call")));

        assertThat(axon.eventStore()).isInstanceOf(EmbeddedEventStore.class);
        assertThat(log.after(0, 10))
                .anySatisfy(stored -> assertThat(stored.event()).isEqualTo(touchpoint("call")));
    }

    @Test
    void events_are_written_under_stable_names_everywhere() {
        assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
    }

    @Test
    void nobody_fetches_events_behind_our_back() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("event-appender", "event-listener")
                .noneMatch(name -> name.contains("EmbeddedEventStore"));
    }
}
