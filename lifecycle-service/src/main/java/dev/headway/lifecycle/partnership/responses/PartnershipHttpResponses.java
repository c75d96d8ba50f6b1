package dev.headway.lifecycle.partnership.responses;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a controller's command and says over HTTP what came of it. */
@Component
public class PartnershipHttpResponses {

    private final CommandResponder responder;
    private final JsonMapper json;

    public PartnershipHttpResponses(CommandResponder responder, JsonMapper json) {
        this.responder = responder;
        this.json = json;
    }

    /** 200 with the partnership's stage and version, or the refusal. */
    public ResponseEntity<?> to(PartnershipCommand command, RequestContext context) {
        return answer(command, context, HttpStatus.OK, null);
    }

    /** 201 with what was created under {@code name}, and where it lives in the Location. */
    public ResponseEntity<?> created(
            PartnershipCommand command, RequestContext context, String name, String id, String at) {
        return answer(command, context, HttpStatus.CREATED, new Created(name, id, at));
    }

    private record Created(String name, String value, String location) {}

    private ResponseEntity<?> answer(
            PartnershipCommand command,
            RequestContext context,
            HttpStatus success,
            @Nullable Created created) {
        var partnershipId = command.partnershipId();
        PartnershipIds.check(partnershipId);
        return responder.<CommandResult>respond(
                command, context, answer -> rendered(partnershipId, answer, success, created));
    }

    private RenderedResponse rendered(
            String partnershipId,
            CommandResult answer,
            HttpStatus success,
            @Nullable Created created) {
        var etag = "\"" + answer.version() + "\"";
        if (!(answer instanceof CommandResult.Done done)) {
            var problem = problem(answer);
            problem.setInstance(URI.create("/api/v1/partnerships/" + partnershipId));
            return new RenderedResponse(
                    problem.getStatus(),
                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    etag,
                    null,
                    json.writeValueAsString(problem));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("id", done.partnershipId());
        body.put("stage", done.stage());
        body.put("version", done.version());
        if (created != null) {
            body.put(created.name(), created.value());
        }
        return new RenderedResponse(
                success.value(),
                MediaType.APPLICATION_JSON_VALUE,
                etag,
                created == null ? null : created.location(),
                json.writeValueAsString(body));
    }

    private static HttpStatus status(CommandResult answer, HttpStatus success) {
        return switch (answer) {
            case CommandResult.Done _ -> success;
            case CommandResult.GateShut _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CommandResult.Illegal _ -> HttpStatus.CONFLICT;
            case CommandResult.Stale _ -> HttpStatus.PRECONDITION_FAILED;
            case CommandResult.Broken _ -> HttpStatus.BAD_REQUEST;
            case CommandResult.Forbidden _ -> HttpStatus.FORBIDDEN;
            case CommandResult.Missing _ -> HttpStatus.NOT_FOUND;
        };
    }

    private static ProblemDetail problem(CommandResult answer) {
        var status = status(answer, HttpStatus.OK);
        return switch (answer) {
            case CommandResult.Done done ->
                    throw new IllegalArgumentException("no problem: " + done);
            case CommandResult.GateShut shut -> {
                var unmet = shut.gate().unmet();
                var body =
                        Problem.detail(
                                status,
                                "gate-shut",
                                unmet.size()
                                        + (unmet.size() == 1 ? " criterion" : " criteria")
                                        + " for "
                                        + shut.gate().to()
                                        + " not met");
                body.setProperty(
                        "unmet", unmet.stream().map(PartnershipHttpResponses::unmet).toList());
                body.setProperty("stage", shut.stage());
                yield body;
            }
            case CommandResult.Illegal illegal -> {
                var body = Problem.detail(status, "illegal", illegal.why());
                body.setProperty("stage", illegal.stage());
                yield body;
            }
            case CommandResult.Stale stale ->
                    Problem.detail(
                            status,
                            "stale",
                            "The partnership has changed; it is now at version " + stale.version());
            case CommandResult.Broken broken -> {
                var body = Problem.detail(status, "invalid-request", "The request is not valid");
                body.setProperty(
                        "errors",
                        List.of(new Problem.FieldError(broken.pointer(), broken.message())));
                yield body;
            }
            case CommandResult.Forbidden forbidden ->
                    Problem.detail(status, "forbidden", forbidden.why());
            case CommandResult.Missing missing ->
                    Problem.detail(status, "not-found", "There is no such " + missing.what());
        };
    }

    private static Map<String, Object> unmet(EvaluatedCriterion criterion) {
        var told = new LinkedHashMap<String, Object>();
        told.put("criterion", criterion.id());
        told.put("statement", criterion.statement());
        told.put("have", criterion.have());
        told.put("need", criterion.need());
        return told;
    }
}
