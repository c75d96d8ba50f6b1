package dev.headway.lifecycle.partnership.responses;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import java.net.URI;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a controller's command and says over HTTP what came of it. */
@Component
public class PartnershipHttpResponses {

    private final CommandResponder responder;
    private final RefusalProblems refusals;
    private final JsonMapper json;

    PartnershipHttpResponses(
            CommandResponder responder, RefusalProblems refusals, JsonMapper json) {
        this.responder = responder;
        this.refusals = refusals;
        this.json = json;
    }

    /** 200 with the partnership's stage and version, or the refusal. */
    public ResponseEntity<?> to(PartnershipCommand command, RequestContext context) {
        return send(command, context, HttpStatus.OK, null);
    }

    /** 201 with what was created under {@code idField}, and where it lives in the Location. */
    public ResponseEntity<?> created(
            PartnershipCommand command,
            RequestContext context,
            String idField,
            String id,
            String location) {
        return send(command, context, HttpStatus.CREATED, new Created(idField, id, location));
    }

    /** 201 with what was created, as told here. */
    public ResponseEntity<?> created(
            PartnershipCommand command, RequestContext context, Created created) {
        return send(command, context, HttpStatus.CREATED, created);
    }

    private ResponseEntity<?> send(
            PartnershipCommand command,
            RequestContext context,
            HttpStatus success,
            @Nullable Created created) {
        var partnershipId = command.partnershipId();
        PartnershipIds.check(partnershipId);
        return responder.<CommandResult>respond(
                command,
                context,
                result -> render(partnershipId, result, context, success, created));
    }

    private RenderedResponse render(
            String partnershipId,
            CommandResult result,
            RequestContext context,
            HttpStatus success,
            @Nullable Created created) {
        var etag = "\"" + result.version() + "\"";
        if (!(result instanceof CommandResult.Done done)) {
            var problem = refusals.of(result, partnershipId, context);
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
            body.put(created.idField(), created.id());
            body.putAll(created.more());
        }
        return new RenderedResponse(
                success.value(),
                MediaType.APPLICATION_JSON_VALUE,
                etag,
                created == null ? null : created.location(),
                json.writeValueAsString(body));
    }
}
