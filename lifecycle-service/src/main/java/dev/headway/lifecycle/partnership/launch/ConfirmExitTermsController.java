package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.ExitTermsConfirmed;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.GivenWord;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
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

/** The partner's word for how to part. */
@RestController
class ConfirmExitTermsController {

    private final PartnershipHttpResponses responses;

    ConfirmExitTermsController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @Nullable @Size(max = 200) String by,
            @Nullable @Size(max = 100) String wording,
            @Nullable Instant effectiveAt) {}

    /** As it is corrected; what was read when it was given does not change. */
    record Corrected(@NotBlank @Size(max = 200) String by, @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/exit-terms/confirmation")
    ResponseEntity<?> confirm(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(
                new ConfirmExitTerms(
                        id, GivenWord.by(body.by(), context), body.wording(), body.effectiveAt()),
                context);
    }

    @Bean
    static CorrectableFact<ExitTermsConfirmed, Corrected> correctableConfirmationOfExitTerms() {
        return new CorrectableFact<>(
                ExitTermsConfirmed.class,
                Corrected.class,
                it -> new Corrected(it.by(), it.effectiveAt()),
                (id, _, body) -> new ConfirmExitTerms(id, body.by(), null, body.effectiveAt()));
    }
}
