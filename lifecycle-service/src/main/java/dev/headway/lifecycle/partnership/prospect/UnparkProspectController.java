package dev.headway.lifecycle.partnership.prospect;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A parked prospect taken up again. */
@RestController
class UnparkProspectController {

    private final PartnershipHttpResponses responses;

    UnparkProspectController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    @DeleteMapping("/api/v1/partnerships/{id}/parking")
    ResponseEntity<?> unpark(@PathVariable String id, RequestContext context) {
        return responses.to(new UnparkProspect(id, null), context);
    }
}
