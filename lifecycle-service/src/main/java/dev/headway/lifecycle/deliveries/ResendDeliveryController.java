package dev.headway.lifecycle.deliveries;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.chat.delivery.Redelivery;
import dev.headway.projections.http.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Sends a delivery again that was given up. */
@RestController
class ResendDeliveryController {

    private final Redelivery redelivery;
    private final CommandResponder responder;
    private final JsonMapper json;

    ResendDeliveryController(Redelivery redelivery, CommandResponder responder, JsonMapper json) {
        this.redelivery = redelivery;
        this.responder = responder;
        this.json = json;
    }

    record Queued(UUID id, String status) {}

    @PostMapping("/api/v1/deliveries/{id}/resend")
    ResponseEntity<byte[]> resend(@PathVariable UUID id, RequestContext context) {
        return responder.once(context, () -> resent(id, context));
    }

    private RenderedResponse resent(UUID id, RequestContext context) {
        return switch (redelivery.resend(id, context.actor().shown())) {
            case QUEUED -> rendered(new Queued(id, "PENDING"));
            case UNKNOWN -> throw Problem.notFound("delivery");
            case NOT_DEAD -> throw illegal("Only a delivery that was given up is sent again");
            case CHANNEL_DISABLED -> throw illegal("Its channel is disabled; enable it first");
            case CHANNEL_REMOVED -> throw illegal("Its channel is no longer configured");
        };
    }

    private RenderedResponse rendered(Object body) {
        return RenderedResponse.json(HttpStatus.OK, json.writeValueAsString(body));
    }

    private static Problem illegal(String detail) {
        return Problem.of(HttpStatus.CONFLICT, "illegal", detail);
    }
}
