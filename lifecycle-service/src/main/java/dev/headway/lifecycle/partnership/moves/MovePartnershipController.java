package dev.headway.lifecycle.partnership.moves;

import dev.headway.contracts.Stage;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.projections.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every move between stages but an import's comes in here; a caller must say which version it has
 * seen, or {@code *}. That the header is there is asked here, what it says by the aggregate.
 */
@RestController
class MovePartnershipController {

    private final PartnershipHttpResponses responses;

    MovePartnershipController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull Stage to,
            @Nullable @Size(max = 4000) String reason,
            @Nullable @Size(max = 100) String reasonCode,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/transitions")
    ResponseEntity<?> move(
            @PathVariable String id,
            @Valid @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            RequestContext context) {
        if (ifMatch == null) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "A move needs If-Match with the version it was decided on");
        }
        return responses.to(
                new MovePartnership(
                        id, body.to(), body.reason(), body.reasonCode(), body.effectiveAt()),
                context);
    }
}
