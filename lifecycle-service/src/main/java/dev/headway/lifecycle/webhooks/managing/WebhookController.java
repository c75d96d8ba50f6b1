package dev.headway.lifecycle.webhooks.managing;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.webhooks.managing.NewTarget.Made;
import dev.headway.lifecycle.webhooks.stored.KnownWebhooks;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.Target;
import dev.headway.lifecycle.webhooks.stored.TargetTable;
import dev.headway.projections.http.Problem;
import dev.headway.projections.log.EventLog;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks that are there: paused, resumed, sent everything again, signed anew, deleted. */
@RestController
class WebhookController {

    private final KnownWebhooks known;
    private final ProgressTable progress;
    private final TargetTable targets;
    private final NewTarget newTarget;
    private final EventLog log;
    private final CommandResponder responder;
    private final JsonMapper json;

    WebhookController(
            KnownWebhooks known,
            ProgressTable progress,
            TargetTable targets,
            NewTarget newTarget,
            EventLog log,
            CommandResponder responder,
            JsonMapper json) {
        this.known = known;
        this.progress = progress;
        this.targets = targets;
        this.newTarget = newTarget;
        this.log = log;
        this.responder = responder;
        this.json = json;
    }

    /**
     * @param after behind which position it is to go on; 0 for everything there is
     */
    record ReplayBody(@NotNull @PositiveOrZero Long after) {}

    @PostMapping("/api/v1/webhooks/{id}/pause")
    ResponseEntity<byte[]> pause(@PathVariable String id, RequestContext context) {
        return respond(new PauseWebhook(WebhookNames.known(id)), context);
    }

    @PostMapping("/api/v1/webhooks/{id}/resumption")
    ResponseEntity<byte[]> resume(@PathVariable String id, RequestContext context) {
        return respond(new ResumeWebhook(WebhookNames.known(id)), context);
    }

    @PostMapping("/api/v1/webhooks/{id}/replay")
    ResponseEntity<byte[]> replay(
            @PathVariable String id, @Valid @RequestBody ReplayBody body, RequestContext context) {
        var head = log.head();
        if (body.after() > head) {
            throw Problem.invalid(
                    List.of(
                            new Problem.FieldError(
                                    "/after",
                                    "lies beyond the newest event, which is at " + head)));
        }
        return respond(new ReplayWebhook(WebhookNames.known(id), body.after()), context);
    }

    /** A repeated request gets no secret: it is in the first answer alone. */
    @PostMapping("/api/v1/webhooks/{id}/secret")
    ResponseEntity<byte[]> changeSecret(@PathVariable String id, RequestContext context) {
        WebhookNames.known(id);
        var made = new AtomicReference<@Nullable Made>();
        return responder.<ChangeWebhookSecret, WebhookResult>respondOnce(
                () -> signedAnew(id, made),
                context,
                (_, result) -> rendered(id, result.orProblem(), null),
                (_, result) -> shownOnce(id, result.orProblem(), made.get()));
    }

    /** The event first, so that nothing is forgotten that is still sent to. */
    @DeleteMapping("/api/v1/webhooks/{id}")
    ResponseEntity<byte[]> delete(@PathVariable String id, RequestContext context) {
        var response = deleted(WebhookNames.known(id), context);
        targets.delete(id);
        progress.delete(id);
        return response;
    }

    /** One that is gone already has no event: what never was would begin with its end. */
    private ResponseEntity<byte[]> deleted(String id, RequestContext context) {
        return known.state(id).isThere()
                ? responder.<WebhookResult>respond(
                        new DeleteWebhook(id), context, WebhookController::gone)
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static RenderedResponse gone(WebhookResult result) {
        result.orProblem();
        return RenderedResponse.json(HttpStatus.OK, "{}");
    }

    private ChangeWebhookSecret signedAnew(String id, AtomicReference<@Nullable Made> made) {
        var state = known.state(id);
        if (!state.isThere()) {
            throw Problem.notFound("webhook");
        }
        var target =
                targets.find(state.targetId())
                        .map(Target::url)
                        .map(url -> newTarget.make(id, url))
                        .orElseThrow(WebhookController::sealedElsewhere);
        made.set(target);
        return new ChangeWebhookSecret(id, target.targetId());
    }

    private static Problem sealedElsewhere() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "illegal",
                "Its address was sealed with a key that is not here; subscribe it once more");
    }

    private ResponseEntity<byte[]> respond(WebhookCommand command, RequestContext context) {
        return responder.<WebhookResult>respond(
                command,
                context,
                result -> rendered(command.webhookId(), result.orProblem(), null));
    }

    private Optional<String> shownOnce(String id, WebhookResult.Done done, @Nullable Made made) {
        return made == null
                ? Optional.empty()
                : Optional.of(body(id, done, made.target().secret()));
    }

    private RenderedResponse rendered(String id, WebhookResult.Done done, @Nullable String secret) {
        return RenderedResponse.json(HttpStatus.OK, body(id, done, secret));
    }

    private String body(String id, WebhookResult.Done done, @Nullable String secret) {
        return json.writeValueAsString(WebhookAnswer.of(id, done.state(), secret));
    }
}
