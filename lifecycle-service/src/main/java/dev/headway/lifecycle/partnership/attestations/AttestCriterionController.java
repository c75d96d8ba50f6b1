package dev.headway.lifecycle.partnership.attestations;

import dev.headway.contracts.PartnershipEvent.CriterionAttested;
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

/** Somebody's word that one of the program's own criteria is met. */
@RestController
class AttestCriterionController {

    private final PartnershipHttpResponses responses;

    AttestCriterionController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 100) String criterion,
            @NotBlank @Size(max = 4000) String evidence,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/attestations")
    ResponseEntity<?> attest(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static AttestCriterion command(String id, Body body) {
        return new AttestCriterion(id, body.criterion(), body.evidence(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<CriterionAttested, Body> correctableAttestation() {
        return new CorrectableFact<>(
                CriterionAttested.class,
                Body.class,
                it -> new Body(it.criterion(), it.evidence(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
