package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another node has written: what this one remembers of a partnership is older than the store. */
class StaleCacheTest {

    private static RunningHeadway headway;

    private static Caller manager;
    private static Clock clock;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
        clock = headway.bean(Clock.class);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_step_that_another_node_planned_can_be_completed_here() {
        var partner = PartnershipOverHttp.registered(manager, clock, "Ostrava");
        anotherNodePlans("s-1", partner);
        var completed = manager.post(partner.path() + "/steps/s-1/completion", "{}");
        assertThat(completed.status()).as(completed.text()).isEqualTo(200);
    }

    @Test
    void the_version_that_another_node_made_is_the_one_to_match() {
        var partner = PartnershipOverHttp.registered(manager, clock, "Larkspur");
        anotherNodePlans("s-2", partner);
        var moved =
                manager.post(
                        partner.path() + "/transitions", "{\"to\":\"PILOT\"}", "If-Match", "\"4\"");
        assertThat(moved.status()).as(moved.text()).isEqualTo(422);
    }

    private static void anotherNodePlans(String stepId, PartnershipOverHttp partner) {
        var now = headway.bean(Clock.class).instant();
        var planned =
                new StepPlanned(stepId, "Train", "Kai", "OURS", now.plus(Duration.ofDays(3)), now);
        var provenance =
                Map.of("actor", "kai", "role", "MANAGER", "channel", "API", "correlationId", "c");
        headway.bean(EventStorageEngine.class)
                .appendEvents(
                        List.of(
                                new GenericDomainEventMessage<>(
                                        "partnership", partner.id(), 3, planned, provenance)));
    }
}
