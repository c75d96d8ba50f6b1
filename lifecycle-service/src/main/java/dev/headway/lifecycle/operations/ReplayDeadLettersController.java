package dev.headway.lifecycle.operations;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.Problem;
import dev.headway.projections.operations.DeadLetterReplays;
import dev.headway.projections.processing.ReplayOutcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Has what a projection could not work in tried again, in the order in which it happened. */
@RestController
class ReplayDeadLettersController {

    private final DeadLetterReplays replays;
    private final CommandResponder responder;
    private final JsonMapper json;

    ReplayDeadLettersController(
            DeadLetterReplays replays, CommandResponder responder, JsonMapper json) {
        this.replays = replays;
        this.responder = responder;
        this.json = json;
    }

    record Replayed(String projection, String stream, String outcome) {}

    record Begun(String projection, int letters) {}

    @PostMapping("/api/v1/dead-letters/{projection}/{stream}/replay")
    ResponseEntity<byte[]> replay(
            @PathVariable String projection, @PathVariable String stream, RequestContext context) {
        return responder.noted(
                () -> asked(projection, stream),
                context,
                () ->
                        replays.replay(projection, stream, context.actor().shown())
                                .map(outcome -> replayed(projection, stream, outcome))
                                .orElseThrow(() -> Problem.notFound("dead letter")));
    }

    @PostMapping("/api/v1/dead-letters/{projection}/replay")
    ResponseEntity<byte[]> replayAll(@PathVariable String projection, RequestContext context) {
        return responder.noted(
                () -> asked(projection),
                context,
                () ->
                        replays.replayAll(projection, context.actor().shown())
                                .map(letters -> new Begun(projection, letters))
                                .map(begun -> rendered(HttpStatus.ACCEPTED, begun))
                                .orElseThrow(() -> Problem.notFound("projection")));
    }

    private RequestReplay asked(String projection, String stream) {
        if (!replays.isParked(projection, stream)) {
            throw Problem.notFound("dead letter");
        }
        return new RequestReplay(projection, stream);
    }

    private RequestReplay asked(String projection) {
        if (!replays.hasProjection(projection)) {
            throw Problem.notFound("projection");
        }
        return new RequestReplay(projection, null);
    }

    private RenderedResponse replayed(String projection, String stream, ReplayOutcome outcome) {
        return switch (outcome) {
            case REPLAYED, PARKED_AGAIN ->
                    rendered(HttpStatus.OK, new Replayed(projection, stream, outcome.name()));
            case NEEDS_REBUILD ->
                    rendered(HttpStatus.ACCEPTED, new Replayed(projection, stream, "REBUILDING"));
            case ELSEWHERE ->
                    rendered(HttpStatus.ACCEPTED, new Replayed(projection, stream, "ASKED"));
            case NOT_PARKED -> throw Problem.notFound("dead letter");
        };
    }

    private RenderedResponse rendered(HttpStatus status, Object body) {
        return RenderedResponse.json(status, json.writeValueAsString(body));
    }
}
