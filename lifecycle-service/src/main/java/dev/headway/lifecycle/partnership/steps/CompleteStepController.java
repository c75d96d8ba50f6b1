package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A step, done. */
@RestController
class CompleteStepController {

    private final PartnershipHttpResponses responses;

    CompleteStepController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@Nullable @Size(max = 4000) String outcome, @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/steps/{stepId}/completion")
    ResponseEntity<?> complete(
            @PathVariable String id,
            @PathVariable String stepId,
            @Valid @RequestBody(required = false) @Nullable Body given,
            RequestContext context) {
        var body = given == null ? new Body(null, null) : given;
        return responses.to(
                new CompleteStep(id, stepId, body.outcome(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<StepCompleted, Body> correctableCompletion() {
        return new CorrectableFact<>(
                StepCompleted.class,
                Body.class,
                it -> new Body(it.outcome(), it.effectiveAt()),
                (id, it, body) ->
                        new CompleteStep(id, it.stepId(), body.outcome(), body.effectiveAt()));
    }
}
