package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What both sides work for. */
@RestController
class ShareObjectiveController {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String WRITTEN =
            "must be small letters and digits, with single hyphens between";

    private final PartnershipHttpResponses responses;

    ShareObjectiveController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(min = 1, max = 5) List<@NotNull @Valid Measured> keyResults,
            @Nullable Instant effectiveAt) {

        List<KeyResult> measured() {
            return keyResults.stream().map(Measured::keyResult).toList();
        }
    }

    /** A key result as it is typed. */
    record Measured(
            @NotNull @Size(max = 100) @Pattern(regexp = ID, message = WRITTEN) String id,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String unit,
            @NotNull @Digits(integer = 18, fraction = 6) BigDecimal baseline,
            @NotNull @Digits(integer = 18, fraction = 6) BigDecimal target,
            @NotNull Instant dueOn) {

        static Measured of(KeyResult it) {
            return new Measured(
                    it.id(), it.name(), it.unit(), it.baseline(), it.target(), it.dueOn());
        }

        KeyResult keyResult() {
            return new KeyResult(id, name, unit, baseline, target, dueOn);
        }
    }

    @PutMapping("/api/v1/partnerships/{id}/objectives/{objectiveId}")
    ResponseEntity<?> share(
            @PathVariable String id,
            @PathVariable String objectiveId,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(command(id, objectiveId, body), context);
    }

    private static ShareObjective command(String id, String objectiveId, Body body) {
        return new ShareObjective(
                id, objectiveId, body.title(), body.measured(), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<ObjectiveShared, Body> correctableObjective() {
        return new CorrectableFact<>(
                ObjectiveShared.class,
                Body.class,
                it -> body(it.title(), it.keyResults(), it.effectiveAt()),
                (id, it, body) -> command(id, it.objectiveId(), body));
    }

    @Bean
    static CorrectableFact<ObjectiveChanged, Body> correctableObjectiveChange() {
        return new CorrectableFact<>(
                ObjectiveChanged.class,
                Body.class,
                it -> body(it.title(), it.keyResults(), it.effectiveAt()),
                (id, it, body) -> command(id, it.objectiveId(), body));
    }

    private static Body body(String title, List<KeyResult> keyResults, Instant at) {
        return new Body(title, keyResults.stream().map(Measured::of).toList(), at);
    }
}
