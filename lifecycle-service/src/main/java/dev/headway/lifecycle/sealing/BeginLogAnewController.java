package dev.headway.lifecycle.sealing;

import dev.headway.contracts.SealingEvent.LogBegunAnew;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.audit.sealing.LogSuccession;
import dev.headway.projections.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** After a restore that lost something: has events sealed again, in a log that says so. */
@RestController
class BeginLogAnewController {

    private final LogSuccession succession;
    private final CommandResponder responder;
    private final JsonMapper json;

    BeginLogAnewController(LogSuccession succession, CommandResponder responder, JsonMapper json) {
        this.succession = succession;
        this.responder = responder;
        this.json = json;
    }

    record Body(@NotBlank @Size(max = 4000) String reason) {}

    /** The log that begins, and the one whose last checkpoint it names. */
    record BegunBody(String origin, String previousOrigin, long previousSize) {}

    @PostMapping("/api/v1/audit/logs")
    ResponseEntity<byte[]> begin(@Valid @RequestBody Body body, RequestContext context) {
        return responder.<BeginLogAnew, LogBegunAnew>respond(
                () -> command(body.reason()),
                context.because(body.reason()),
                (_, begun) ->
                        RenderedResponse.json(
                                HttpStatus.CREATED,
                                json.writeValueAsString(
                                        new BegunBody(
                                                begun.origin(),
                                                begun.previousOrigin(),
                                                begun.previousSize()))));
    }

    private BeginLogAnew command(String reason) {
        return succession
                .next()
                .map(next -> new BeginLogAnew(next, reason))
                .orElseThrow(
                        () ->
                                Problem.of(
                                        HttpStatus.CONFLICT,
                                        "illegal",
                                        "Sealing is not refused: the log goes on as it is"));
    }
}
