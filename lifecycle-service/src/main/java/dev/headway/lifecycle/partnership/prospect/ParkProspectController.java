package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.ProspectParked;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A prospect parked until a date. */
@RestController
class ParkProspectController {

    private final PartnershipHttpResponses responses;

    ParkProspectController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull Instant until,
            @NotBlank @Size(max = 4000) String reason,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/parking")
    ResponseEntity<?> park(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static ParkProspect command(String id, Body body) {
        return new ParkProspect(id, body.until(), body.reason(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<ProspectParked, Body> correctableParking() {
        return new CorrectableFact<>(
                ProspectParked.class,
                Body.class,
                it -> new Body(it.until(), it.reason(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
