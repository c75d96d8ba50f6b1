package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
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

/** Where a key result stands. */
@RestController
class MeasureKeyResultController {

    private final PartnershipHttpResponses responses;

    MeasureKeyResultController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull @Digits(integer = 18, fraction = 6) BigDecimal value,
            @Nullable @Size(max = 4000) String evidence,
            @Nullable Instant effectiveAt) {}

    @PostMapping(
            "/api/v1/partnerships/{id}/objectives/{objectiveId}/key-results/{keyResultId}/values")
    ResponseEntity<?> measure(
            @PathVariable String id,
            @PathVariable String objectiveId,
            @PathVariable String keyResultId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(command(id, objectiveId, keyResultId, body), context);
    }

    private static MeasureKeyResult command(
            String id, String objectiveId, String keyResultId, Body body) {
        return new MeasureKeyResult(
                id,
                objectiveId,
                keyResultId,
                body.value(),
                Text.orNone(body.evidence()),
                body.effectiveAt());
    }

    @Bean
    static CorrectableFact<KeyResultMeasured, Body> correctableKeyResult() {
        return new CorrectableFact<>(
                KeyResultMeasured.class,
                Body.class,
                it -> new Body(it.value(), it.evidence(), it.effectiveAt()),
                (id, it, body) -> command(id, it.objectiveId(), it.keyResultId(), body));
    }
}
