package dev.headway.lifecycle.webhooks.managing;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.webhooks.managing.NewTarget.Made;
import dev.headway.lifecycle.webhooks.stored.KnownWebhooks;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.Target;
import dev.headway.lifecycle.webhooks.stored.TargetTable;
import dev.headway.projections.cloudevents.EventEnvelope;
import dev.headway.projections.http.Problem;
import dev.headway.projections.log.EventChoice;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventTypes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Has events sent to an address, or to another one, or others. */
@RestController
class SubscribeWebhookController {

    /** Each is a request after every commit; more wants a broker. */
    private static final int MOST = 50;

    private final KnownWebhooks known;
    private final ProgressTable progress;
    private final TargetTable targets;
    private final NewTarget newTarget;
    private final EventTypes types;
    private final EventLog log;
    private final CommandResponder responder;
    private final Clock clock;
    private final JsonMapper json;

    SubscribeWebhookController(
            KnownWebhooks known,
            ProgressTable progress,
            TargetTable targets,
            NewTarget newTarget,
            EventTypes types,
            EventLog log,
            CommandResponder responder,
            Clock clock,
            JsonMapper json) {
        this.known = known;
        this.progress = progress;
        this.targets = targets;
        this.newTarget = newTarget;
        this.types = types;
        this.log = log;
        this.responder = responder;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param types of events, with or without what is in front of their names; all without any
     * @param partnerships whose events; everybody's without any
     * @param after behind which position a new one begins; the newest event without
     */
    record Body(
            @NotBlank @Size(max = 2000) String url,
            @Nullable @Size(max = 100) List<@NotNull @Size(min = 1, max = 200) String> types,
            @Nullable @Size(max = 100)
                    List<@NotNull @Pattern(regexp = WebhookNames.PARTNERSHIP) String> partnerships,
            @Nullable @PositiveOrZero Long after) {}

    /** Its target, and what was made of it if it is a new one. */
    private record Chosen(String targetId, @Nullable Made made) {}

    @PutMapping("/api/v1/webhooks/{id}")
    ResponseEntity<byte[]> subscribe(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        WebhookNames.require(id);
        var sentTo = newTarget.sentTo(body.url());
        var choice = new EventChoice(types(body), partnerships(body));
        var after = after(body);
        makeRoom(id);
        var target = target(id, body.url());
        var command = new SubscribeWebhook(id, sentTo, target.targetId(), choice, after);
        var response =
                responder.<SubscribeWebhook, WebhookResult>respondOnce(
                        () -> command,
                        context,
                        (_, result) -> rendered(id, result.orProblem()),
                        (_, result) -> shownOnce(id, result.orProblem(), target.made()));
        makeRoom(id); // somebody may have deleted one of that name meanwhile
        return response;
    }

    private void makeRoom(String id) {
        if (!progress.register(id, MOST, clock.instant())) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "illegal",
                    "There are %d webhooks already".formatted(MOST));
        }
    }

    /** The same address keeps its secret; another one has its own, which its owner is to get. */
    private Chosen target(String id, String url) {
        var state = known.state(id);
        var isSame =
                state.isThere()
                        && targets.find(state.targetId()).map(Target::url).equals(Optional.of(url));
        if (isSame) {
            return new Chosen(state.targetId(), null);
        }
        var made = newTarget.make(id, url);
        return new Chosen(made.targetId(), made);
    }

    private List<String> types(Body body) {
        var asked = body.types() == null ? List.<String>of() : body.types();
        var names = asked.stream().map(EventEnvelope::nameOf).distinct().sorted().toList();
        for (int i = 0; i < asked.size(); i++) {
            if (types.named(EventEnvelope.nameOf(asked.get(i))) == null) {
                throw invalid("/types/" + i, "must be a type of event, as PartnershipLaunched");
            }
        }
        return names;
    }

    private static List<String> partnerships(Body body) {
        return body.partnerships() == null
                ? List.of()
                : body.partnerships().stream().distinct().sorted().toList();
    }

    private long after(Body body) {
        var head = log.head();
        if (body.after() == null) {
            return head;
        }
        if (body.after() > head) {
            throw invalid("/after", "lies beyond the newest event, which is at " + head);
        }
        return body.after();
    }

    private RenderedResponse rendered(String id, WebhookResult.Done done) {
        return new RenderedResponse(
                (done.isNew() ? HttpStatus.CREATED : HttpStatus.OK).value(),
                MediaType.APPLICATION_JSON_VALUE,
                null,
                done.isNew() ? WebhookNames.PATH + id : null,
                json.writeValueAsString(WebhookAnswer.of(id, done.state(), null)));
    }

    private Optional<String> shownOnce(String id, WebhookResult.Done done, @Nullable Made made) {
        return made == null || !done.state().targetId().equals(made.targetId())
                ? Optional.empty()
                : Optional.of(
                        json.writeValueAsString(
                                WebhookAnswer.of(id, done.state(), made.target().secret())));
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.invalid(List.of(new Problem.FieldError(pointer, message)));
    }
}
