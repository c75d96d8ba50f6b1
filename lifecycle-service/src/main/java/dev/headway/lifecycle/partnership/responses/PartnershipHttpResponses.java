package dev.headway.lifecycle.partnership.responses;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.projections.http.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
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
        return send(() -> command, context, HttpStatus.OK, null);
    }

    /** The same for a command that has to be found out first, where it was not answered before. */
    public ResponseEntity<?> to(
            Supplier<? extends PartnershipCommand> asked, RequestContext context) {
        return send(asked, context, HttpStatus.OK, null);
    }

    /** 201 with what was created under {@code idField}, and where it lives in the Location. */
    public ResponseEntity<?> created(
            PartnershipCommand command,
            RequestContext context,
            String idField,
            String id,
            String location) {
        return created(() -> command, context, new Created(idField, id, location));
    }

    /** The same for a command that has to be found out first, where it was not answered before. */
    public ResponseEntity<?> created(
            Supplier<? extends PartnershipCommand> asked, RequestContext context, Created created) {
        return send(asked, context, HttpStatus.CREATED, created);
    }

    private ResponseEntity<?> send(
            Supplier<? extends PartnershipCommand> asked,
            RequestContext context,
            HttpStatus success,
            @Nullable Created created) {
        if (isOfPartner(context) && context.expectedVersions() != null) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "stale",
                    "No version is told to people of partners, so none is expected");
        }
        return responder.<PartnershipCommand, CommandResult>respond(
                () -> checked(asked.get()),
                context,
                (command, result) ->
                        render(command.partnershipId(), result, context, success, created));
    }

    /** Who is told nothing of how much happens among ours. */
    private static boolean isOfPartner(RequestContext context) {
        return context.roles().contains(Role.PARTNER);
    }

    private static PartnershipCommand checked(PartnershipCommand command) {
        PartnershipIds.check(command.partnershipId());
        return command;
    }

    private RenderedResponse render(
            String partnershipId,
            CommandResult result,
            RequestContext context,
            HttpStatus success,
            @Nullable Created created) {
        var etag = isOfPartner(context) ? null : "\"" + result.version() + "\"";
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
        if (!isOfPartner(context)) {
            body.put("version", done.version());
        }
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
