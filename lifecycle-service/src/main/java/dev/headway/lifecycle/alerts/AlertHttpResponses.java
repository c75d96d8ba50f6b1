package dev.headway.lifecycle.alerts;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.http.StaleProblems;
import dev.headway.projections.http.Problem;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends an answer on its way and says over HTTP what came of it. */
@Component
class AlertHttpResponses {

    private final CommandResponder responder;
    private final StaleProblems stale;
    private final JsonMapper json;

    AlertHttpResponses(CommandResponder responder, StaleProblems stale, JsonMapper json) {
        this.responder = responder;
        this.stale = stale;
        this.json = json;
    }

    /**
     * The id of an alert as it is stored.
     *
     * @throws Problem 404 when no alert can have it
     */
    static String id(String given) {
        try {
            return UUID.fromString(given).toString();
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("alert");
        }
    }

    ResponseEntity<?> to(AlertCommand command, RequestContext context) {
        return responder.<AlertCommandResult>respond(
                command, context, result -> render(command.alertId(), result, context));
    }

    private RenderedResponse render(
            String alertId, AlertCommandResult result, RequestContext context) {
        return switch (result) {
            case AlertCommandResult.Done done ->
                    new RenderedResponse(
                            HttpStatus.OK.value(),
                            MediaType.APPLICATION_JSON_VALUE,
                            etag(done.version()),
                            null,
                            json.writeValueAsString(AlertResponseBody.of(done)));
            case AlertCommandResult.Over over ->
                    problem(alertId, HttpStatus.CONFLICT, "illegal", over.why(), over.version());
            case AlertCommandResult.Stale outdated ->
                    problem(
                            alertId,
                            stale.of(
                                    AlertAggregate.stream(alertId),
                                    outdated.version(),
                                    context,
                                    "The alert was answered; it is now at version "
                                            + outdated.version()),
                            outdated.version());
            case AlertCommandResult.Broken broken -> broken(alertId, broken);
            case AlertCommandResult.Missing _ -> throw Problem.notFound("alert");
        };
    }

    private RenderedResponse broken(String alertId, AlertCommandResult.Broken broken) {
        var body =
                Problem.detail(
                        HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid");
        body.setProperty(
                "errors", List.of(new Problem.FieldError(broken.pointer(), broken.message())));
        return problem(alertId, body, broken.version());
    }

    private RenderedResponse problem(
            String alertId, HttpStatus status, String kind, String detail, long version) {
        return problem(alertId, Problem.detail(status, kind, detail), version);
    }

    private RenderedResponse problem(String alertId, ProblemDetail body, long version) {
        body.setInstance(URI.create("/api/v1/alerts/" + alertId));
        return new RenderedResponse(
                body.getStatus(),
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                etag(version),
                null,
                json.writeValueAsString(body));
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
