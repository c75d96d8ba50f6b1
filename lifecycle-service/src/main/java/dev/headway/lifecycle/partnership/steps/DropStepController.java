package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A step taken out of the plan. */
@RestController
class DropStepController {

    private final PartnershipHttpResponses responses;

    DropStepController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String reason, @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/steps/{stepId}/drop")
    ResponseEntity<?> drop(
            @PathVariable String id,
            @PathVariable String stepId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(new DropStep(id, stepId, body.reason(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<StepDropped, Body> correctableDrop() {
        return new CorrectableFact<>(
                StepDropped.class,
                Body.class,
                it -> new Body(it.reason(), it.effectiveAt()),
                (id, it, body) -> new DropStep(id, it.stepId(), body.reason(), body.effectiveAt()));
    }
}
