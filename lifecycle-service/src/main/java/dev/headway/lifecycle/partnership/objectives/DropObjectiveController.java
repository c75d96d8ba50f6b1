package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
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

/** An objective that nobody works for any more. */
@RestController
class DropObjectiveController {

    private final PartnershipHttpResponses responses;

    DropObjectiveController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String reason, @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/objectives/{objectiveId}/drop")
    ResponseEntity<?> drop(
            @PathVariable String id,
            @PathVariable String objectiveId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new DropObjective(id, objectiveId, body.reason(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<ObjectiveDropped, Body> correctableObjectiveDrop() {
        return new CorrectableFact<>(
                ObjectiveDropped.class,
                Body.class,
                it -> new Body(it.reason(), it.effectiveAt()),
                (id, it, body) ->
                        new DropObjective(id, it.objectiveId(), body.reason(), body.effectiveAt()));
    }
}
