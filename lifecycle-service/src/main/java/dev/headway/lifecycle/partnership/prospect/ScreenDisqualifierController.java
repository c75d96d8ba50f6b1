package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.verdicts.ScreeningVerdict;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether one of the program's disqualifiers applies. */
@RestController
class ScreenDisqualifierController {

    private final PartnershipHttpResponses responses;

    ScreenDisqualifierController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String disqualifier,
            @NotNull ScreeningVerdict verdict,
            @NotBlank @Size(max = 4000) String note,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/screenings")
    ResponseEntity<?> screen(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static ScreenDisqualifier command(String id, Body body) {
        return new ScreenDisqualifier(
                id, body.disqualifier(), body.verdict(), body.note(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<DisqualifierScreened, Body> correctableScreening() {
        return new CorrectableFact<>(
                DisqualifierScreened.class,
                Body.class,
                it ->
                        new Body(
                                it.disqualifier(),
                                ScreeningVerdict.valueOf(it.verdict()),
                                it.note(),
                                it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
