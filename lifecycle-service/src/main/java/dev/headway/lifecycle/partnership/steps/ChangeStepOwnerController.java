package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.people.Owner;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whose step it is. */
@RestController
class ChangeStepOwnerController {

    private final PartnershipHttpResponses responses;
    private final Owners owners;

    ChangeStepOwnerController(PartnershipHttpResponses responses, Owners owners) {
        this.responses = responses;
        this.owners = owners;
    }

    @OneOf({"owner", "ownerId"})
    record Body(
            @Nullable @Line String owner,
            @Nullable @Size(max = 200) String ownerId,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/steps/{stepId}/owner")
    ResponseEntity<?> change(
            @PathVariable String id,
            @PathVariable String stepId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        var owner = owners.of(body.owner(), body.ownerId(), "ownerId");
        return responses.to(new ChangeStepOwner(id, stepId, owner, body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<StepOwnerChanged, Body> correctableOwner(Owners owners) {
        return new CorrectableFact<>(
                StepOwnerChanged.class,
                Body.class,
                it ->
                        new Body(
                                it.ownerId() == null ? it.owner() : null,
                                it.ownerId(),
                                it.effectiveAt()),
                (id, it, body) ->
                        new ChangeStepOwner(
                                id,
                                it.stepId(),
                                owners.of(
                                        body.owner(),
                                        body.ownerId(),
                                        new Owner(it.owner(), it.ownerId()),
                                        "ownerId"),
                                body.effectiveAt()));
    }
}
