package dev.headway.lifecycle.publishing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/** Without a broker there is nothing of all this; a mirror publishes nothing. */
class OffByDefaultTest {

    private static final String DATABASE =
            requireNonNull(((HikariDataSource) TestDatabase.migrated()).getJdbcUrl());

    @Test
    void without_a_broker_nothing_is_started() {
        try (var node = TopicNode.start(DATABASE, Map.of())) {
            assertThat(node.getBeansOfType(SmartLifecycle.class)).isEmpty();
        }
    }

    @Test
    void a_mirror_publishes_nothing() {
        var settings =
                Map.of(
                        "headway.kafka.bootstrap-servers", "127.0.0.1:9",
                        "headway.mirror.enabled", "true");
        try (var node = TopicNode.start(DATABASE, settings)) {
            assertThat(node.getBeanNamesForType(SmartLifecycle.class))
                    .containsExactly("followTheTopic");
        }
    }

    @Test
    void a_store_with_a_broker_publishes() {
        var settings = Map.of("headway.kafka.bootstrap-servers", "127.0.0.1:9");
        try (var node = TopicNode.start(DATABASE, settings)) {
            assertThat(node.getBeanNamesForType(SmartLifecycle.class))
                    .containsExactly("publishEventsToKafka");
        }
    }
}
