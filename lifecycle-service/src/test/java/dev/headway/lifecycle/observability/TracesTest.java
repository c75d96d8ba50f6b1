package dev.headway.lifecycle.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.observability.SpanReceiver.ReceivedSpan;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One trace, from a request to what is told of it in chat two months later. */
class TracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    private final RunningHeadway headway = ObservedHeadway.headway();
    private final Caller manager = headway.as(Role.MANAGER);

    @Test
    void a_trace_goes_from_the_request_to_the_call_to_chat() {
        var acme =
                PartnershipOverHttp.registered(manager, ObservedHeadway.CLOCK, "Acme").launched();
        manager.post(
                acme.path() + "/touchpoints",
                "{\"kind\":\"JOINT_CALL\",\"summary\":\"the last one\"}",
                "traceparent",
                "00-%s-%s-01".formatted(TRACE, CALLER));
        headway.awaitProjections();
        ObservedHeadway.CLOCK.advance(Duration.ofDays(60));
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            ObservedHeadway.CLOCK.advance(Duration.ofSeconds(1));
                            return !received("deliver to webhook").isEmpty();
                        });

        var request = one("http post /api/v1/partnerships/{id}/touchpoints");
        assertThat(request.parent()).isEqualTo(CALLER);
        var command = one("RecordTouchpoint");
        assertThat(command.parent()).isEqualTo(request.id());
        assertThat(command.attributes()).contains("outcome=Done");
        assertThat(one("append").parent()).isEqualTo(command.id());
        assertThat(one("project ghost-towns").parent()).isEqualTo(command.id());
        assertThat(one("project watching").parent()).isEqualTo(command.id());
        assertThat(received("deliver to webhook"))
                .allSatisfy(
                        call -> {
                            assertThat(call.parent()).isEqualTo(command.id());
                            assertThat(call.attributes()).contains("outcome=DELIVERED");
                        });
    }

    @Test
    void an_event_remembers_the_trace_of_what_brought_it() {
        PartnershipOverHttp.registered(manager, ObservedHeadway.CLOCK, "Globex");
        var log = headway.bean(EventLog.class);
        var recorded = log.after(0, 1000).getLast().provenance().traceparent();

        assertThat(recorded).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void what_is_told_of_a_request_holds_no_address_of_it() {
        var secret = "s3cret-in-an-address";
        headway.asNobody().withoutContract().get("/calendar/" + secret + ".ics");
        headway.asNobody().withoutContract().get("/actuator/health/liveness?token=" + secret);
        flush();

        assertThat(ObservedHeadway.SPANS.all())
                .isNotEmpty()
                .noneMatch(each -> each.toString().contains(secret))
                .noneMatch(each -> each.name().contains("actuator"));
    }

    private ReceivedSpan one(String name) {
        var found = received(name);
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private List<ReceivedSpan> received(String name) {
        flush();
        return ObservedHeadway.SPANS.of(TRACE).stream()
                .filter(each -> each.name().equals(name))
                .toList();
    }

    private void flush() {
        headway.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
    }
}
