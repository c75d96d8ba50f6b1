package dev.headway.lifecycle.operations;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.Problem;
import dev.headway.projections.operations.RebuildQueue;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Has a projection built anew while it goes on answering. */
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

    @PostMapping("/api/v1/projections/{name}/rebuild")
    ResponseEntity<byte[]> rebuild(@PathVariable String name, RequestContext context) {
        return responder.noted(() -> asked(name), context, () -> start(name));
    }

    private RequestRebuild asked(String name) {
        if (!queue.hasProjection(name)) {
            throw Problem.notFound("projection");
        }
        return new RequestRebuild(name);
    }

    private RenderedResponse start(String name) {
        queue.enqueue(name);
        return RenderedResponse.json(HttpStatus.ACCEPTED, json.writeValueAsString(new Begun(name)));
    }
}
