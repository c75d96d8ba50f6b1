package dev.headway.lifecycle.partnership.corrections;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A step was not done, or not to be dropped, after all. */
@RestController
class ReopenStepController {

    private final PartnershipHttpResponses responses;

    ReopenStepController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/api/v1/partnerships/{id}/steps/{stepId}/reopening")
    ResponseEntity<?> reopen(
            @PathVariable String id,
            @PathVariable String stepId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(new ReopenStep(id, stepId, body.reason()), context);
    }
}
