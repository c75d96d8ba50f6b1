package dev.headway.lifecycle.partnership.pilot;

import dev.headway.contracts.PartnershipEvent.PilotScoped;
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
        return responses.to(command(id, body), context);
    }

    private static ScopePilot command(String id, Body body) {
        return new ScopePilot(
                id, body.useCase(), body.successCriterion(), body.endsOn(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<PilotScoped, Body> correctableScope() {
        return new CorrectableFact<>(
                PilotScoped.class,
                Body.class,
                it -> new Body(it.useCase(), it.successCriterion(), it.endsOn(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
