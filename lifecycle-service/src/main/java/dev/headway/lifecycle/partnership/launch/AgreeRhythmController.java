package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
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

/** How often both sides meet, and where. */
@RestController
class AgreeRhythmController {

    private final PartnershipHttpResponses responses;

    AgreeRhythmController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @Min(1) @Max(366) int everyDays,
            @NotBlank @Size(max = 200) String forum,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/rhythm")
    ResponseEntity<?> agree(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static AgreeRhythm command(String id, Body body) {
        return new AgreeRhythm(id, body.everyDays(), body.forum(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<RhythmAgreed, Body> correctableRhythm() {
        return new CorrectableFact<>(
                RhythmAgreed.class,
                Body.class,
                it -> new Body(it.everyDays(), it.forum(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
