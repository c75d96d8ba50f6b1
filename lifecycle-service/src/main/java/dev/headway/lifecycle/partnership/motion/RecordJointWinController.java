package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.Attribution;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.projections.http.CurrencyCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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

/** A customer used the combined experience. */
@RestController
class RecordJointWinController {

    private final PartnershipHttpResponses responses;

    RecordJointWinController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String customer,
            @NotBlank @Size(max = 4000) String summary,
            @NotBlank @Size(max = 4000) String evidence,
            @Nullable Attribution attribution,
            @Nullable @Valid Worth amount,
            @Nullable Instant effectiveAt) {}

    /**
     * What it is worth.
     *
     * @param value exactly as it was typed: it is never rounded, nor turned into another currency
     */
    record Worth(
            @NotNull @Positive @Digits(integer = 18, fraction = 4) BigDecimal value,
            @NotNull @CurrencyCode String currency) {

        /** {@code 1E+3} is a thousand, and written like one. */
        BigDecimal plain() {
            return value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    @PostMapping("/api/v1/partnerships/{id}/joint-wins")
    ResponseEntity<?> record(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static RecordJointWin command(String id, Body body) {
        var worth = body.amount();
        return new RecordJointWin(
                id,
                body.customer(),
                body.summary(),
                body.evidence(),
                body.attribution(),
                worth == null ? null : worth.plain(),
                worth == null ? null : worth.currency(),
                body.effectiveAt());
    }

    @Bean
    static CorrectableFact<JointWinRecorded, Body> correctableJointWin() {
        return new CorrectableFact<>(
                JointWinRecorded.class,
                Body.class,
                RecordJointWinController::body,
                (id, _, body) -> command(id, body));
    }

    private static Body body(JointWinRecorded recorded) {
        var attribution = recorded.attribution();
        var amount = recorded.amount();
        var currency = recorded.currency();
        return new Body(
                recorded.customer(),
                recorded.summary(),
                recorded.evidence(),
                attribution == null ? null : Attribution.valueOf(attribution),
                amount == null || currency == null ? null : new Worth(amount, currency),
                recorded.effectiveAt());
    }
}
