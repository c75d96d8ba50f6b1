package dev.headway.lifecycle.partnership.waivers;

import dev.headway.contracts.verdicts.WaiverDecision;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An exception, granted or refused by somebody else than the asker. */
@RestController
class DecideWaiverController {

    private final PartnershipHttpResponses responses;

    DecideWaiverController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull WaiverDecision decision,
            @NotBlank @Size(max = 4000) String reason,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/waivers/{waiverId}/decision")
    ResponseEntity<?> decide(
            @PathVariable String id,
            @PathVariable String waiverId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new DecideWaiver(id, waiverId, body.decision(), body.reason(), body.effectiveAt()),
                context);
    }
}
