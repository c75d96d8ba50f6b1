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

/** A recorded fact never held. */
@RestController
class WithdrawFactController {

    private final PartnershipHttpResponses responses;

    WithdrawFactController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/api/v1/partnerships/{id}/history/{eventId}/withdrawal")
    ResponseEntity<?> withdraw(
            @PathVariable String id,
            @PathVariable String eventId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(new WithdrawFact(id, eventId, body.reason()), context);
    }
}
