package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A step on another day. */
@RestController
class RescheduleStepController {

    private final PartnershipHttpResponses responses;

    RescheduleStepController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull Instant dueOn,
            @NotBlank @Size(max = 4000) String reason,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/steps/{stepId}/rescheduling")
    ResponseEntity<?> reschedule(
            @PathVariable String id,
            @PathVariable String stepId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new RescheduleStep(id, stepId, body.dueOn(), body.reason(), body.effectiveAt()),
                context);
    }

    @Bean
    static CorrectableFact<StepRescheduled, Body> correctableRescheduling() {
        return new CorrectableFact<>(
                StepRescheduled.class,
                Body.class,
                it -> new Body(it.dueOn(), it.reason(), it.effectiveAt()),
                (id, it, body) ->
                        new RescheduleStep(
                                id, it.stepId(), body.dueOn(), body.reason(), body.effectiveAt()));
    }
}
