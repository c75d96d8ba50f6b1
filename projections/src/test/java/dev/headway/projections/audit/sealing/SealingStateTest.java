package dev.headway.projections.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class SealingStateTest {

    @TempDir private Path folder;

    @Test
    void a_refusal_is_seen_by_those_who_watch_over_it() {
        var log = new SealedForTests(folder);
        var meters = new SimpleMeterRegistry();
        var state = new SealingState(log.logs, log.reads);
        state.bindTo(meters);
        log.addEvents(10);
        log.sealAll();
        log.addEvents(3);

        assertThat(state.health().getStatus()).isEqualTo(Status.UP);
        assertThat(meters.get("headway.sealing.refused").gauge().value()).isZero();
        assertThat(meters.get("headway.sealing.size").gauge().value()).isEqualTo(10);
        assertThat(meters.get("headway.sealing.lag.events").gauge().value()).isEqualTo(3);

        state.set("events are missing");

        assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(state.health().getDetails()).containsEntry("reason", "events are missing");
        assertThat(meters.get("headway.sealing.refused").gauge().value()).isEqualTo(1);
    }
}
