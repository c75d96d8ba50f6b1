package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.projections.tracing.Traces;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunningHeadwayTest {

    static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void the_whole_service_starts_and_knows_who_calls() {
        assertThat(headway.asNobody().get("/api/v1/program").status()).isEqualTo(401);
        assertThat(headway.as(Role.VIEWER).get("/api/v1/program").status()).isEqualTo(200);
    }

    @Test
    void without_an_endpoint_nothing_is_traced() {
        assertThat(headway.bean(Traces.class)).isSameAs(Traces.OFF);
        assertThat(headway.beans(SdkTracerProvider.class)).isEmpty();
        assertThat(headway.beans(ObservationHandler.class))
                .noneMatch(each -> each.getClass().getName().contains("racing"));
    }

    @Test
    void what_a_manager_registers_is_stored() {
        var registered =
                headway.as(Role.MANAGER)
                        .post(
                                "/api/v1/partnerships",
                                """
                                {"name": "Reef", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
                                """);

        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.position()).isPositive();
        assertThat(registered.json().at("/stage").asString()).isEqualTo("PROSPECT");
    }
}
