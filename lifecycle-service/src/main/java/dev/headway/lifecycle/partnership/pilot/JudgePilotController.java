package dev.headway.lifecycle.partnership.pilot;

import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.verdicts.PilotVerdict;
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

/** What the pilot showed. */
@RestController
class JudgePilotController {

    private final PartnershipHttpResponses responses;

    JudgePilotController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull PilotVerdict verdict,
            @NotBlank @Size(max = 4000) String evidence,
            @Nullable Instant endsOn,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/pilot-verdict")
    ResponseEntity<?> judge(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static JudgePilot command(String id, Body body) {
        return new JudgePilot(
                id, body.verdict(), body.evidence(), body.endsOn(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<PilotJudged, Body> correctableVerdict() {
        return new CorrectableFact<>(
                PilotJudged.class,
                Body.class,
                it ->
                        new Body(
                                PilotVerdict.valueOf(it.verdict()),
                                it.evidence(),
                                it.endsOn(),
                                it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
