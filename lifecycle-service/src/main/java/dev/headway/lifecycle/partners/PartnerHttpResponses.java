package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.http.StaleProblems;
import dev.headway.projections.http.Problem;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant.Named;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a command on its way and says over HTTP what came of it. */
@Component
class PartnerHttpResponses {

    private static final String PATH = "/api/v1/partners/";

    private final CommandResponder responder;
    private final StaleProblems stale;
    private final JsonMapper json;

    PartnerHttpResponses(CommandResponder responder, StaleProblems stale, JsonMapper json) {
        this.responder = responder;
        this.stale = stale;
        this.json = json;
    }

    /**
     * The id of a partner as it is stored.
     *
     * @throws Problem 404 when no partner can have it
     */
    static String id(String given) {
        try {
            return UUID.fromString(given).toString();
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("partner");
        }
    }

    /** 200 with how the partner stands, or the refusal. */
    ResponseEntity<?> to(Supplier<? extends PartnerCommand> asked, RequestContext context) {
        return responder.<PartnerCommand, PartnerResult>respond(
                asked::get,
                context,
                (command, result) -> render(command.partnerId(), result, context, Map.of()));
    }

    /** 201 with the one that was added, and those that are called the same. */
    ResponseEntity<?> added(AddPartner command, List<Named> namesakes, RequestContext context) {
        return responder.<PartnerResult>respond(
                command, context, result -> added(command, namesakes, result, context));
    }

    private RenderedResponse added(
            AddPartner command,
            List<Named> namesakes,
            PartnerResult result,
            RequestContext context) {
        Map<String, Object> more = namesakes.isEmpty() ? Map.of() : Map.of("namesakes", namesakes);
        var rendered = render(command.partnerId(), result, context, more);
        return result instanceof PartnerResult.Done
                ? new RenderedResponse(
                        HttpStatus.CREATED.value(),
                        rendered.contentType(),
                        rendered.etag(),
                        PATH + command.partnerId(),
                        rendered.body())
                : rendered;
    }

    /**
     * What came of a command.
     *
     * @param more further fields of the answer, where it was done
     */
    RenderedResponse render(
            String partnerId,
            PartnerResult result,
            RequestContext context,
            Map<String, Object> more) {
        var version = result.version();
        return switch (result) {
            case PartnerResult.Done done ->
                    new RenderedResponse(
                            HttpStatus.OK.value(),
                            MediaType.APPLICATION_JSON_VALUE,
                            etag(version),
                            null,
                            json.writeValueAsString(body(partnerId, done, more)));
            case PartnerResult.Illegal illegal ->
                    problem(
                            partnerId,
                            Problem.detail(HttpStatus.CONFLICT, "illegal", illegal.why()),
                            version);
            case PartnerResult.Stale _ ->
                    problem(
                            partnerId,
                            stale.of(
                                    PartnerEvent.STREAM + partnerId,
                                    version,
                                    context,
                                    "The partner has changed; it is now at version " + version),
                            version);
            case PartnerResult.Broken broken -> problem(partnerId, broken(broken), version);
            case PartnerResult.Missing _ -> throw Problem.notFound("partner");
        };
    }

    private static Map<String, @Nullable Object> body(
            String partnerId, PartnerResult.Done done, Map<String, Object> more) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", partnerId);
        body.put("name", done.partner().name());
        body.put("type", done.partner().type());
        if (done.partner().website() != null) {
            body.put("website", done.partner().website());
        }
        if (done.partner().mergedInto() != null) {
            body.put("mergedInto", done.partner().mergedInto());
        }
        body.put("version", done.version());
        body.putAll(more);
        return body;
    }

    private static ProblemDetail broken(PartnerResult.Broken broken) {
        var body =
                Problem.detail(
                        HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid");
        body.setProperty(
                "errors", List.of(new Problem.FieldError(broken.pointer(), broken.message())));
        return body;
    }

    private RenderedResponse problem(String partnerId, ProblemDetail body, long version) {
        body.setInstance(URI.create(PATH + partnerId));
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
