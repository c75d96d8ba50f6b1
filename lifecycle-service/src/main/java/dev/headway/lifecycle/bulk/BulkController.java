package dev.headway.lifecycle.bulk;

import dev.headway.contracts.Channel;
import dev.headway.lifecycle.bulk.BulkAction.Kind;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.OneOf;
import dev.headway.projections.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same action on many partnerships, and a row for each. */
@RestController
class BulkController {

    private final BulkActions actions;
    private final ChosenPartnerships chosen;
    private final BulkRunner runner;
    private final CommandResponder responder;
    private final JsonMapper json;

    BulkController(
            BulkActions actions,
            ChosenPartnerships chosen,
            BulkRunner runner,
            CommandResponder responder,
            JsonMapper json) {
        this.actions = actions;
        this.chosen = chosen;
        this.runner = runner;
        this.responder = responder;
        this.json = json;
    }

    /**
     * @param filter the list's filters, by name; several values of one in a list
     * @param body as the call for one partnership takes it
     */
    @OneOf({"ids", "filter"})
    record Body(
            @NotNull Kind action,
            @Nullable @Size(min = 1, max = ChosenPartnerships.MOST)
                    List<@NotNull @Size(max = 200) String> ids,
            @Nullable @Size(max = 30) Map<String, JsonNode> filter,
            @NotNull JsonNode body) {}

    @PostMapping("/api/v1/bulk")
    ResponseEntity<?> act(
            @RequestParam(required = false) @Nullable String dryRun,
            @Valid @RequestBody Body body,
            RequestContext context) {
        var through = context.through(Channel.API);
        if (isTrue(dryRun)) {
            var request = through.variant("dryRun").idempotent();
            return responder.answer(
                    request,
                    () -> {
                        var read = actions.read(body.action(), body.body());
                        var ids = chosen.now(body.ids(), body.filter(), through.actor());
                        return rendered(runner.dryRun(ids, read.action()));
                    });
        }
        if (through.idempotent() != null) {
            return responder.once(through, () -> rendered(run(body, through).report()));
        }
        var done = run(body, through);
        var response = ResponseEntity.ok();
        if (done.position() > 0) {
            response.header("Headway-Position", Long.toString(done.position()));
        }
        return response.body(done.report());
    }

    private BulkRunner.Done run(Body body, RequestContext context) {
        var read = actions.read(body.action(), body.body());
        var reason = read.reason();
        var ids = chosen.once(body.ids(), body.filter(), context);
        return runner.run(ids, read.action(), reason == null ? context : context.because(reason));
    }

    private RenderedResponse rendered(BulkReport report) {
        return RenderedResponse.json(HttpStatus.OK, json.writeValueAsString(report));
    }

    /** Said in full or not at all: nothing is done, or left, by a slip. */
    private static boolean isTrue(@Nullable String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case null -> false;
            case "false" -> false;
            default ->
                    throw Problem.invalid(
                            List.of(new Problem.FieldError("?dryRun", "must be true or false")));
        };
    }
}
