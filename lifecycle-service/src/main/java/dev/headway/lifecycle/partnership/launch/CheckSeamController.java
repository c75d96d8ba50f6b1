package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.Seam;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How one seam of the joint experience holds. */
@RestController
class CheckSeamController {

    private final PartnershipHttpResponses responses;

    CheckSeamController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull SeamVerdict verdict,
            @NotBlank @Size(max = 4000) String evidence,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/seams/{seam}")
    ResponseEntity<?> check(
            @PathVariable String id,
            @PathVariable Seam seam,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new CheckSeam(id, seam, body.verdict(), body.evidence(), body.effectiveAt()),
                context);
    }

    @Bean
    static CorrectableFact<SeamChecked, Body> correctableSeam() {
        return new CorrectableFact<>(
                SeamChecked.class,
                Body.class,
                it -> new Body(SeamVerdict.valueOf(it.verdict()), it.evidence(), it.effectiveAt()),
                (id, it, body) ->
                        new CheckSeam(
                                id,
                                Seam.valueOf(it.seam()),
                                body.verdict(),
                                body.evidence(),
                                body.effectiveAt()));
    }
}
