package dev.headway.lifecycle.partnership.pilot;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The narrow, winnable use case. */
@RestController
class ScopePilotController {

    private final PartnershipHttpResponses responses;

    ScopePilotController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 4000) String useCase,
            @NotBlank @Size(max = 4000) String successCriterion,
            @NotNull Instant endsOn,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/pilot-scope")
    ResponseEntity<?> scope(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(
                new ScopePilot(
                        id,
                        body.useCase(),
                        body.successCriterion(),
                        body.endsOn(),
                        body.effectiveAt()),
                context);
    }
}
