package dev.headway.lifecycle.operations;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.Problem;
import dev.headway.projections.operations.RebuildQueue;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Has one projection, or all of them, built anew while they go on answering. */
@RestController
class RebuildProjectionController {

    private final RebuildQueue queue;
    private final CommandResponder responder;
    private final JsonMapper json;

    RebuildProjectionController(RebuildQueue queue, CommandResponder responder, JsonMapper json) {
        this.queue = queue;
        this.responder = responder;
        this.json = json;
    }

    record Begun(String name) {}

    record AllBegun(List<Begun> items) {}

    @PostMapping("/api/v1/projections/{name}/rebuild")
    ResponseEntity<byte[]> rebuild(@PathVariable String name, RequestContext context) {
        return responder.noted(() -> asked(name), context, () -> start(name));
    }

    /** Each is noted by itself; the first is begun at once. */
    @PostMapping("/api/v1/projections/rebuild")
    ResponseEntity<byte[]> rebuildAll(RequestContext context) {
        return responder.noted(
                queue.projections().stream().map(RequestRebuild::new).toList(),
                context,
                this::startAll);
    }

    private RequestRebuild asked(String name) {
        if (!queue.hasProjection(name)) {
            throw Problem.notFound("projection");
        }
        return new RequestRebuild(name);
    }

    private RenderedResponse start(String name) {
        queue.enqueue(List.of(name));
        return RenderedResponse.json(HttpStatus.ACCEPTED, json.writeValueAsString(new Begun(name)));
    }

    private RenderedResponse startAll() {
        var all = queue.projections();
        queue.enqueue(all);
        return RenderedResponse.json(
                HttpStatus.ACCEPTED,
                json.writeValueAsString(new AllBegun(all.stream().map(Begun::new).toList())));
    }
}
