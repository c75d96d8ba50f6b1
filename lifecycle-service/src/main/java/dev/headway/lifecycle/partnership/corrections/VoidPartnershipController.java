package dev.headway.lifecycle.partnership.corrections;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.projections.log.EventReads;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** It should never have been registered, or should have been after all. */
@RestController
class VoidPartnershipController {

    private final PartnershipHttpResponses responses;
    private final EventReads events;

    VoidPartnershipController(PartnershipHttpResponses responses, EventReads events) {
        this.responses = responses;
        this.events = events;
    }

    record Body(
            @NotBlank @Size(max = 4000) String reason, @Nullable @Size(max = 100) String twinOf) {}

    @PostMapping("/api/v1/partnerships/{id}/voiding")
    ResponseEntity<?> voidIt(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        if (body.twinOf() != null && !isKnown(body.twinOf())) {
            throw Problem.invalid(
                    List.of(new Problem.FieldError("/twinOf", "is not the id of a partnership")));
        }
        return responses.to(new VoidPartnership(id, body.reason(), body.twinOf()), context);
    }

    @DeleteMapping("/api/v1/partnerships/{id}/voiding")
    ResponseEntity<?> unvoid(@PathVariable String id, RequestContext context) {
        return responses.to(new UnvoidPartnership(id), context);
    }

    private boolean isKnown(String partnershipId) {
        return events.ofStream(partnershipId, 1, 1).stream()
                .anyMatch(first -> first.type().equals("PartnershipRegistered"));
    }
}
