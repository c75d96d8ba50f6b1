package dev.headway.lifecycle.partnership.obligations;

import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
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

/** An obligation that somebody else takes on. */
@RestController
class HandOverObligationController {

    private final PartnershipHttpResponses responses;

    HandOverObligationController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String to,
            @NotBlank @Size(max = 4000) String how,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/obligations/{obligationId}/handover")
    ResponseEntity<?> handOver(
            @PathVariable String id,
            @PathVariable String obligationId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new HandOverObligation(id, obligationId, body.to(), body.how(), body.effectiveAt()),
                context);
    }

    @Bean
    static CorrectableFact<ObligationHandedOver, Body> correctableHandover() {
        return new CorrectableFact<>(
                ObligationHandedOver.class,
                Body.class,
                it -> new Body(it.to(), it.how(), it.effectiveAt()),
                (id, it, body) ->
                        new HandOverObligation(
                                id, it.obligationId(), body.to(), body.how(), body.effectiveAt()));
    }
}
