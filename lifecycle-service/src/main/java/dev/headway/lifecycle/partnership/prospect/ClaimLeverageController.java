package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.Mechanism;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The leverage, named. */
@RestController
class ClaimLeverageController {

    private final PartnershipHttpResponses responses;

    ClaimLeverageController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull Mechanism mechanism,
            @NotBlank @Size(max = 4000) String why,
            @NotNull @Valid Metric metric,
            @NotNull Instant dueOn,
            @Nullable Instant effectiveAt) {}

    record Metric(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String unit,
            @NotNull @Digits(integer = 18, fraction = 6) BigDecimal baseline,
            @NotNull @Digits(integer = 18, fraction = 6) BigDecimal target) {}

    @PutMapping("/api/v1/partnerships/{id}/leverage-claim")
    ResponseEntity<?> claim(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static ClaimLeverage command(String id, Body body) {
        return new ClaimLeverage(
                id,
                body.mechanism(),
                body.why(),
                body.metric().name(),
                body.metric().unit(),
                body.metric().baseline(),
                body.metric().target(),
                body.dueOn(),
                body.effectiveAt());
    }

    @Bean
    static CorrectableFact<LeverageClaimed, Body> correctableClaim() {
        return new CorrectableFact<>(
                LeverageClaimed.class,
                Body.class,
                it ->
                        new Body(
                                Mechanism.valueOf(it.mechanism()),
                                it.why(),
                                new Metric(
                                        it.metricName(),
                                        it.metricUnit(),
                                        it.baseline(),
                                        it.target()),
                                it.dueOn(),
                                it.effectiveAt()),
                (id, _, body) -> command(id, body));
    }
}
