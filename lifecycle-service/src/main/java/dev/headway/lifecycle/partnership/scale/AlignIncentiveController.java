package dev.headway.lifecycle.partnership.scale;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.PartnershipEvent.IncentiveAligned;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What makes the right thing right for one actor. */
@RestController
class AlignIncentiveController {

    private final PartnershipHttpResponses responses;

    AlignIncentiveController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(@NotBlank @Size(max = 4000) String mechanism, @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/incentives/{actor}")
    ResponseEntity<?> align(
            @PathVariable String id,
            @PathVariable IncentiveActor actor,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new AlignIncentive(id, actor, body.mechanism(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<IncentiveAligned, Body> correctableIncentive() {
        return new CorrectableFact<>(
                IncentiveAligned.class,
                Body.class,
                it -> new Body(it.mechanism(), it.effectiveAt()),
                (id, it, body) ->
                        new AlignIncentive(
                                id,
                                IncentiveActor.valueOf(it.actor()),
                                body.mechanism(),
                                body.effectiveAt()));
    }
}
