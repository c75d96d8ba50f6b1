package dev.headway.lifecycle.handovers;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.people.Owner;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
import dev.headway.projections.http.Problem;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.questions.owners.OwnedThings.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything of somebody becomes somebody else's. */
@RestController
class HandoverController {

    private final HandoverResponder responder;
    private final Owners owners;
    private final KnownPeople people;

    HandoverController(HandoverResponder responder, Owners owners, KnownPeople people) {
        this.responder = responder;
        this.owners = owners;
        this.people = people;
    }

    @OneOf({"owner", "ownerId"})
    record Named(@Nullable @Line String owner, @Nullable @Size(max = 200) String ownerId) {}

    record Body(
            @NotNull @Valid Named from,
            @NotNull @Valid Named to,
            @Nullable @Size(max = 3) List<@NotNull Kind> what,
            @NotBlank @Size(max = 4000) String reason) {}

    record PersonBody(
            @NotNull @Valid Named to,
            @Nullable @Size(max = 3) List<@NotNull Kind> what,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/api/v1/handovers")
    ResponseEntity<?> handOver(
            @RequestParam(required = false) @Nullable String dryRun,
            @Valid @RequestBody Body body,
            RequestContext context) {
        var from = body.from();
        return responder.answer(
                () ->
                        new Handover(
                                owners.leaving(from.owner(), from.ownerId(), "from", "ownerId"),
                                heir(body.to()),
                                kinds(body.what()),
                                body.reason()),
                dryRun,
                context);
    }

    @PostMapping("/api/v1/people/{id}/handover")
    ResponseEntity<?> handOver(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String dryRun,
            @Valid @RequestBody PersonBody body,
            RequestContext context) {
        return responder.answer(
                () -> new Handover(leaver(id), heir(body.to()), kinds(body.what()), body.reason()),
                dryRun,
                context);
    }

    private Owner leaver(String id) {
        return people.find(id)
                .map(known -> new Owner(known.name(), known.id()))
                .orElseThrow(() -> Problem.notFound("person"));
    }

    private Owner heir(Named named) {
        return owners.of(named.owner(), named.ownerId(), "to", "ownerId");
    }

    private static Set<Kind> kinds(@Nullable List<Kind> what) {
        return what == null || what.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(what);
    }
}
