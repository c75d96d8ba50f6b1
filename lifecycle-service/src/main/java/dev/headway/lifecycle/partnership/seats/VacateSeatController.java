package dev.headway.lifecycle.partnership.seats;

import dev.headway.contracts.Seat;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A seat without a holder. */
@RestController
class VacateSeatController {

    private final PartnershipHttpResponses responses;

    VacateSeatController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    @DeleteMapping("/api/v1/partnerships/{id}/seats/{seat}")
    ResponseEntity<?> vacate(
            @PathVariable String id, @PathVariable Seat seat, RequestContext context) {
        return responses.to(new VacateSeat(id, seat, null), context);
    }
}
