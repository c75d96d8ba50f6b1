package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the claimed leverage measures. */
@RestController
class TakeMeasurementController {

    private final PartnershipHttpResponses responses;

    TakeMeasurementController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull @Digits(integer = 18, fraction = 6) BigDecimal value,
            @NotBlank @Size(max = 4000) String evidence,
            @Nullable Instant effectiveAt) {}

    @PostMapping("/api/v1/partnerships/{id}/measurements")
    ResponseEntity<?> take(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static TakeMeasurement command(String id, Body body) {
        return new TakeMeasurement(id, body.value(), body.evidence(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<MeasurementTaken, Body> correctableMeasurement() {
        return new CorrectableFact<>(
                MeasurementTaken.class,
                Body.class,
                it -> new Body(it.value(), it.evidence(), it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
