package dev.headway.lifecycle.partnership.obligations;

import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
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

/** An obligation met. */
@RestController
class DischargeObligationController {

    private final PartnershipHttpResponses responses;

    DischargeObligationController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String how, @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/obligations/{obligationId}/discharge")
    ResponseEntity<?> discharge(
            @PathVariable String id,
            @PathVariable String obligationId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new DischargeObligation(id, obligationId, body.how(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<ObligationDischarged, Body> correctableDischarge() {
        return new CorrectableFact<>(
                ObligationDischarged.class,
                Body.class,
                it -> new Body(it.how(), it.effectiveAt()),
                (id, it, body) ->
                        new DischargeObligation(
                                id, it.obligationId(), body.how(), body.effectiveAt()));
    }
}
