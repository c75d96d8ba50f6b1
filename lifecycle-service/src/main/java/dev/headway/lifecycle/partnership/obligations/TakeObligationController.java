package dev.headway.lifecycle.partnership.obligations;

import dev.headway.contracts.PartnershipEvent.ObligationTaken;
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
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a yes owes. */
@RestController
class TakeObligationController {

    private final PartnershipHttpResponses responses;
    private final IdGenerator ids;

    TakeObligationController(PartnershipHttpResponses responses, IdGenerator ids) {
        this.responses = responses;
        this.ids = ids;
    }

    record Body(
            @NotBlank @Size(max = 4000) String what,
            @NotBlank @Size(max = 200) String owedTo,
            @NotNull Instant dueOn,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/obligations")
    ResponseEntity<?> take(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var obligationId = ids.generateId().toString();
        return responses.created(
                new TakeObligation(
                        id,
                        obligationId,
                        body.what(),
                        body.owedTo(),
                        body.dueOn(),
                        body.effectiveAt()),
                context,
                "obligationId",
                obligationId,
                "/api/v1/partnerships/" + id + "/obligations/" + obligationId);
    }

    @Bean
    static CorrectableFact<ObligationTaken, Body> correctableObligation() {
        return new CorrectableFact<>(
                ObligationTaken.class,
                Body.class,
                it -> new Body(it.what(), it.owedTo(), it.dueOn(), it.effectiveAt()),
                (id, it, body) ->
                        new TakeObligation(
                                id,
                                it.obligationId(),
                                body.what(),
                                body.owedTo(),
                                body.dueOn(),
                                body.effectiveAt()));
    }
}
