package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.Created;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.people.Owner;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
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

/** A step, planned. */
@RestController
class PlanStepController {

    private final PartnershipHttpResponses responses;
    private final Owners owners;
    private final IdGenerator ids;

    PlanStepController(PartnershipHttpResponses responses, Owners owners, IdGenerator ids) {
        this.responses = responses;
        this.owners = owners;
        this.ids = ids;
    }

    @OneOf({"owner", "ownerId"})
    record Body(
            @NotBlank @Size(max = 200) String title,
            @Nullable @Line String owner,
            @Nullable @Size(max = 200) String ownerId,
            @NotNull Side side,
            @NotNull Instant dueOn,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/steps")
    ResponseEntity<?> plan(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var stepId = ids.generateId().toString();
        return responses.created(
                () ->
                        new PlanStep(
                                id,
                                stepId,
                                body.title(),
                                owners.of(body.owner(), body.ownerId(), "ownerId"),
                                body.side(),
                                body.dueOn(),
                                body.effectiveAt()),
                context,
                new Created("stepId", stepId, "/api/v1/partnerships/" + id + "/steps/" + stepId));
    }

    @Bean
    static CorrectableFact<StepPlanned, Body> correctableStep(Owners owners) {
        return new CorrectableFact<>(
                StepPlanned.class,
                Body.class,
                it ->
                        new Body(
                                it.title(),
                                it.ownerId() == null ? it.owner() : null,
                                it.ownerId(),
                                Side.valueOf(it.side()),
                                it.dueOn(),
                                it.effectiveAt()),
                (id, it, body) ->
                        new PlanStep(
                                id,
                                it.stepId(),
                                body.title(),
                                owners.of(
                                        body.owner(),
                                        body.ownerId(),
                                        new Owner(it.owner(), it.ownerId()),
                                        "ownerId"),
                                body.side(),
                                body.dueOn(),
                                it.playbook(),
                                body.effectiveAt()));
    }
}
