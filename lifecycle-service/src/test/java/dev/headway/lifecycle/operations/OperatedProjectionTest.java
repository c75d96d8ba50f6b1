package dev.headway.lifecycle.operations;

import dev.headway.contracts.ProjectionEvent.RebuildRequested;
import dev.headway.contracts.ProjectionEvent.ReplayRequested;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatedProjectionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final AggregateTestFixture<OperatedProjection> projection =
            new AggregateTestFixture<>(OperatedProjection.class);

    @BeforeEach
    void clock() {
        projection.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void that_it_is_to_be_built_anew_is_noted_each_time() {
        projection
                .given(new RebuildRequested("people", NOW))
                .when(new RequestRebuild("people"))
                .expectEvents(new RebuildRequested("people", NOW));
    }

    @Test
    void a_replay_says_of_which_stream_or_of_all() {
        projection
                .givenNoPriorActivity()
                .when(new RequestReplay("people", "stream-1"))
                .expectEvents(new ReplayRequested("people", "stream-1", NOW));
    }
}
