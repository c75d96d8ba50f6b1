package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How to part. */
@RestController
class AgreeExitTermsController {

    private final PartnershipHttpResponses responses;

    AgreeExitTermsController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 4000) String summary,
            @Min(0) @Max(3660) int noticeDays,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/exit-terms")
    ResponseEntity<?> agree(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static AgreeExitTerms command(String id, Body body) {
        return new AgreeExitTerms(id, body.summary(), body.noticeDays(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<ExitTermsAgreed, Body> correctableExitTerms() {
        return new CorrectableFact<>(
                ExitTermsAgreed.class,
                Body.class,
                it -> new Body(it.summary(), it.noticeDays(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
