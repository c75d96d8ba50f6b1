package dev.headway.lifecycle.handovers;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.Line;
import dev.headway.lifecycle.http.OneOf;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.people.KnownPeople;
import dev.headway.lifecycle.people.Owner;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.questions.owners.OwnedThings.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of somebody becomes somebody else's. A dry run stores nothing but its answer under an
 * idempotency key, which the handover itself may use once more.
 */
@RestController
class HandoverController {

    private final HandoverRunner runner;
    private final Owners owners;
    private final KnownPeople people;
    private final CommandResponder responder;
    private final CommandDispatcher dispatcher;
    private final JsonMapper json;

    HandoverController(
            HandoverRunner runner,
            Owners owners,
            KnownPeople people,
            CommandResponder responder,
            CommandDispatcher dispatcher,
            JsonMapper json) {
        this.runner = runner;
        this.owners = owners;
        this.people = people;
        this.responder = responder;
        this.dispatcher = dispatcher;
        this.json = json;
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
        var from =
                owners.leaving(body.from().owner(), body.from().ownerId(), "from", "ownerId");
        return answer(from, body.to(), body.what(), body.reason(), isTrue(dryRun), context);
    }

    @PostMapping("/api/v1/people/{id}/handover")
    ResponseEntity<?> handOver(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String dryRun,
            @Valid @RequestBody PersonBody body,
            RequestContext context) {
        var leaver = people.find(id).orElseThrow(() -> Problem.notFound("person"));
        var from = new Owner(leaver.name(), leaver.id());
        return answer(from, body.to(), body.what(), body.reason(), isTrue(dryRun), context);
    }

    private ResponseEntity<?> answer(
            Owner from,
            Named named,
            @Nullable List<Kind> what,
            String reason,
            boolean dry,
            RequestContext context) {
        var to = owners.of(named.owner(), named.ownerId(), "to", "ownerId");
        if (from.isMeantBy(to.name(), to.id())) {
            throw Problem.invalid(
                    List.of(new Problem.FieldError("/to", "is whose things they are already")));
        }
        var handover = new Handover(from, to, kinds(what), reason);
        var request = context.idempotent();
        if (dry) {
            return responder.answer(
                    request == null ? null : request.variant("dryRun"),
                    () -> rendered(runner.dryRun(handover)));
        }
        if (request != null) {
            return responder.once(
                    context, () -> rendered(runner.run(handover, context).report()));
        }
        var outcome = runner.run(handover, context);
        var position =
                dispatcher.positionToAwait(new Receipt<>(outcome.report(), outcome.position()));
        return ResponseEntity.ok()
                .header("Headway-Position", Long.toString(position))
                .body(outcome.report());
    }

    private static Set<Kind> kinds(@Nullable List<Kind> what) {
        return what == null || what.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(what);
    }

    private RenderedResponse rendered(HandoverReport report) {
        return RenderedResponse.json(HttpStatus.OK, json.writeValueAsString(report));
    }

    /** Said in full or not at all: nothing is handed over, or kept, by a slip. */
    private static boolean isTrue(@Nullable String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case null -> false;
            case "false" -> false;
            default ->
                    throw Problem.invalid(
                            List.of(new Problem.FieldError("?dryRun", "must be true or false")));
        };
    }
}
