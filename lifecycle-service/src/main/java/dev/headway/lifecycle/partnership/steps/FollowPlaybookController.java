package dev.headway.lifecycle.partnership.steps;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.partnership.steps.FollowPlaybook.Chosen;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Steps of the playbook, planned. */
@RestController
class FollowPlaybookController {

    private final PartnershipHttpResponses responses;
    private final Owners owners;
    private final IdGenerator ids;

    FollowPlaybookController(PartnershipHttpResponses responses, Owners owners, IdGenerator ids) {
        this.responses = responses;
        this.owners = owners;
        this.ids = ids;
    }

    record Body(
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid StepBody> steps,
            @Nullable Instant effectiveAt) {}

    @OneOf({"owner", "ownerId"})
    record StepBody(
            @NotBlank @Size(max = 200) String title,
            @Nullable @Line String owner,
            @Nullable @Size(max = 200) String ownerId,
            @Nullable Instant dueOn) {}

    @PostMapping("/api/v1/partnerships/{id}/playbook")
    ResponseEntity<?> follow(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(
                () -> new FollowPlaybook(id, chosen(body.steps()), body.effectiveAt()), context);
    }

    private List<Chosen> chosen(List<StepBody> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(place -> chosen(steps.get(place), Integer.toString(place)))
                .toList();
    }

    private Chosen chosen(StepBody step, String place) {
        return new Chosen(
                ids.generateId().toString(),
                step.title(),
                owners.of(step.owner(), step.ownerId(), "steps", place, "ownerId"),
                step.dueOn());
    }
}
