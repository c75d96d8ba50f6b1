package dev.headway.lifecycle.deliveries;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.chat.delivery.Redelivery;
import dev.headway.projections.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Sends to a channel again that was disabled. */
@RestController
class EnableChannelController {

    private final Redelivery redelivery;
    private final CommandResponder responder;
    private final JsonMapper json;

    EnableChannelController(Redelivery redelivery, CommandResponder responder, JsonMapper json) {
        this.redelivery = redelivery;
        this.responder = responder;
        this.json = json;
    }

    record Enabled(String name) {}

    @PostMapping("/api/v1/channels/{name}/enablement")
    ResponseEntity<byte[]> enable(@PathVariable String name, RequestContext context) {
        return responder.once(
                context,
                () -> {
                    if (!redelivery.enable(name, context.actor().shown())) {
                        throw Problem.notFound("channel");
                    }
                    return RenderedResponse.json(
                            HttpStatus.OK, json.writeValueAsString(new Enabled(name)));
                });
    }
}
