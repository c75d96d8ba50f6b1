package dev.headway.lifecycle.partnership.classification;

import dev.headway.contracts.PartnershipEvent.BendDelivered;
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

/** A promised bend, delivered. */
@RestController
class DeliverBendController {

    private final PartnershipHttpResponses responses;

    DeliverBendController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String evidence, @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/bends/{bendId}/delivery")
    ResponseEntity<?> deliver(
            @PathVariable String id,
            @PathVariable String bendId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new DeliverBend(id, bendId, body.evidence(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<BendDelivered, Body> correctableBendDelivery() {
        return new CorrectableFact<>(
                BendDelivered.class,
                Body.class,
                it -> new Body(it.evidence(), it.effectiveAt()),
                (id, it, body) ->
                        new DeliverBend(id, it.bendId(), body.evidence(), body.effectiveAt()));
    }
}
