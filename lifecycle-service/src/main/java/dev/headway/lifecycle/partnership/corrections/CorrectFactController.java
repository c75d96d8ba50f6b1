package dev.headway.lifecycle.partnership.corrections;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.partnership.responses.PartnershipIds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded fact was otherwise: the fields of its own call that differ, and why. For a move that
 * is its date, as {@code effectiveAt}.
 */
@RestController
class CorrectFactController {

    private final PartnershipHttpResponses responses;
    private final CorrectionBodies bodies;

    CorrectFactController(PartnershipHttpResponses responses, CorrectionBodies bodies) {
        this.responses = responses;
        this.bodies = bodies;
    }

    @PostMapping("/api/v1/partnerships/{id}/history/{eventId}/correction")
    ResponseEntity<?> correct(
            @PathVariable String id,
            @PathVariable String eventId,
            @RequestBody ObjectNode body,
            RequestContext context) {
        PartnershipIds.check(id);
        PartnershipCommand correction = bodies.command(id, eventId, body);
        return responses.to(correction, context);
    }
}
