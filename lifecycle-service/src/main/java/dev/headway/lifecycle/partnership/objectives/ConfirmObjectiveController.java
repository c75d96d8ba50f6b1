package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.Side;
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

/** The word of one side for an objective as it stands. */
@RestController
class ConfirmObjectiveController {

    private final PartnershipHttpResponses responses;

    ConfirmObjectiveController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @Nullable @Size(max = 200) String by,
            @Nullable @Size(max = 100) String wording,
            @Nullable Instant effectiveAt) {}

    /** As it is corrected; what was read when it was given does not change. */
    record Corrected(@NotBlank @Size(max = 200) String by, @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/objectives/{objectiveId}/confirmations/{side}")
    ResponseEntity<?> confirm(
            @PathVariable String id,
            @PathVariable String objectiveId,
            @PathVariable Side side,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new ConfirmObjective(
                        id,
                        objectiveId,
                        side,
                        GivenWord.by(body.by(), context),
                        body.wording(),
                        body.effectiveAt()),
                context);
    }

    @Bean
    static CorrectableFact<ObjectiveConfirmed, Corrected> correctableConfirmation() {
        return new CorrectableFact<>(
                ObjectiveConfirmed.class,
                Corrected.class,
                it -> new Corrected(it.by(), it.effectiveAt()),
                (id, it, body) ->
                        new ConfirmObjective(
                                id,
                                it.objectiveId(),
                                Side.valueOf(it.side()),
                                body.by(),
                                body.effectiveAt()));
    }
}
