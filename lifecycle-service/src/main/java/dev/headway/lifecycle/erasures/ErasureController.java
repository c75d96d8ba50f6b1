package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent.ForgottenName;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.erasures.ErasureState.Status;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.Problem;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.people.KnownPeople.KnownPerson;
import dev.headway.projections.retention.LegalHold;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Somebody is to be forgotten: asked for, approved by a second person, or refused. */
@RestController
class ErasureController {

    private final CommandResponder responder;
    private final CommandDispatcher dispatcher;
    private final Forgetting forgetting;
    private final KnownPeople people;
    private final KnownErasures erasures;
    private final NamedBefore namedBefore;
    private final LegalHold hold;
    private final IdGenerator ids;
    private final JsonMapper json;

    ErasureController(
            CommandResponder responder,
            CommandDispatcher dispatcher,
            Forgetting forgetting,
            KnownPeople people,
            KnownErasures erasures,
            NamedBefore namedBefore,
            LegalHold hold,
            IdGenerator ids,
            JsonMapper json) {
        this.responder = responder;
        this.dispatcher = dispatcher;
        this.forgetting = forgetting;
        this.people = people;
        this.erasures = erasures;
        this.namedBefore = namedBefore;
        this.hold = hold;
        this.ids = ids;
        this.json = json;
    }

    record Body(
            @Nullable @Size(max = 200) String personId,
            @Nullable @Size(max = 20) List<@NotNull @Line String> names,
            @NotBlank @Size(max = 4000) String reason) {}

    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    /** How far it is. */
    record Answer(String id, String status) {}

    @PostMapping("/api/v1/erasures")
    ResponseEntity<byte[]> request(@Valid @RequestBody Body body, RequestContext context) {
        return responder.<RequestErasure, ErasureResult>respond(
                () -> command(body),
                context.because(body.reason()),
                (command, result) -> {
                    var status = result.orProblem().status().name();
                    return new RenderedResponse(
                            HttpStatus.CREATED.value(),
                            MediaType.APPLICATION_JSON_VALUE,
                            null,
                            "/api/v1/erasures/" + command.erasureId(),
                            json.writeValueAsString(new Answer(command.erasureId(), status)));
                });
    }

    /** Answered once it is done; a call that broke off is repeated, or goes on within minutes. */
    @PostMapping("/api/v1/erasures/{id}/approval")
    ResponseEntity<byte[]> approve(@PathVariable String id, RequestContext context) {
        var known = uuid(id);
        return responder.onceWritten(
                context,
                () -> {
                    var done = done(known, context);
                    return new Receipt<>(
                            rendered(known, done.answer().orProblem()), done.position());
                });
    }

    private Receipt<ErasureResult> done(String id, RequestContext context) {
        requirePossible(erasures.state(id));
        Receipt<ErasureResult> approved = dispatcher.send(new ApproveErasure(id), context);
        var state = approved.answer().orProblem();
        return state.status() == Status.COMPLETED ? approved : forgetting.forget(id, state);
    }

    @PostMapping("/api/v1/erasures/{id}/refusal")
    ResponseEntity<byte[]> refuse(
            @PathVariable String id, @Valid @RequestBody Reason body, RequestContext context) {
        var known = uuid(id);
        return responder.<ErasureResult>respond(
                new RefuseErasure(known, body.reason()),
                context.because(body.reason()),
                result -> rendered(known, result.orProblem()));
    }

    private RequestErasure command(Body body) {
        var names = body.names() == null ? List.<String>of() : body.names();
        if (body.personId() == null && names.isEmpty()) {
            throw invalid("/personId", "or names must say who is to be forgotten");
        }
        if (body.personId() != null) {
            requireOut(
                    people.find(body.personId())
                            .orElseThrow(
                                    () -> invalid("/personId", "is nobody's in the directory")));
        }
        return new RequestErasure(
                ids.generateId().toString(),
                body.personId(),
                names.stream().map(ForgottenName::new).toList(),
                body.reason(),
                namedBefore.count(body.personId(), names));
    }

    /** Once it was approved it is done to its end, whatever there is since. */
    private void requirePossible(ErasureState asked) {
        if (asked.status() != ErasureState.Status.REQUESTED) {
            return;
        }
        if (hold.isInForce()) {
            throw illegal("A legal hold is in force: nothing is destroyed until it ends");
        }
        var person = asked.personId();
        if (person != null) { // somebody may have let them in again since it was asked for
            people.find(person).ifPresent(ErasureController::requireOut);
        }
    }

    private static void requireOut(KnownPerson person) {
        if (!person.disabled()) {
            throw illegal("Disable them first: whoever gets in is known again with the next call");
        }
    }

    private static Problem illegal(String why) {
        return Problem.of(HttpStatus.CONFLICT, "illegal", why);
    }

    private RenderedResponse rendered(String id, ErasureState state) {
        return RenderedResponse.json(
                HttpStatus.OK, json.writeValueAsString(new Answer(id, state.status().name())));
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.invalid(List.of(new Problem.FieldError(pointer, message)));
    }

    private static String uuid(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("erasure");
        }
    }
}
