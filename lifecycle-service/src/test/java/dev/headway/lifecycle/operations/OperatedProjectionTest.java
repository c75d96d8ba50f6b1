package dev.headway.lifecycle.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.ProjectionEvent.RebuildRequested;
import dev.headway.contracts.ProjectionEvent.ReplayRequested;
import dev.headway.contracts.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatedProjectionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void that_it_is_to_be_built_anew_is_noted_in_its_own_stream() {
        var rebuild = new RequestRebuild("people");

        assertThat(rebuild.at(NOW)).isEqualTo(new RebuildRequested("people", NOW));
        assertThat(rebuild.aggregateId()).isEqualTo("projection/people");
        assertThat(rebuild.permittedTo()).containsExactly(Role.ADMIN);
    }

    @Test
    void a_replay_says_of_which_stream_or_of_all() {
        assertThat(new RequestReplay("people", "p-1").at(NOW))
                .isEqualTo(new ReplayRequested("people", "p-1", NOW));
        assertThat(new RequestReplay("people", null).at(NOW))
                .isEqualTo(new ReplayRequested("people", null, NOW));
    }
}
