package dev.headway.lifecycle.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.AuditEvent.AskedFilter;
import dev.headway.contracts.AuditEvent.AuditSearched;
import dev.headway.contracts.Role;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class NoteAuditAccessTest {

    private final AggregateTestFixture<NotedAccess> audit =
            new AggregateTestFixture<>(NotedAccess.class);
    private final AuditSearched search =
            new AuditSearched(
                    "look-1",
                    List.of(new AskedFilter("kind", "status-change")),
                    Instant.parse("2026-03-02T09:30:00Z"));

    @Test
    void a_look_is_an_event_in_a_stream_of_its_own() {
        audit.givenNoPriorActivity().when(new NoteAuditAccess(search)).expectEvents(search);

        assertThat(new NoteAuditAccess(search).aggregateId()).isEqualTo("audit/look-1");
    }

    @Test
    void it_is_noted_of_those_who_may_look_and_of_nobody_else() {
        assertThat(new NoteAuditAccess(search).permittedTo())
                .containsExactlyInAnyOrder(Role.AUDITOR, Role.APPROVER, Role.ADMIN);
    }
}
