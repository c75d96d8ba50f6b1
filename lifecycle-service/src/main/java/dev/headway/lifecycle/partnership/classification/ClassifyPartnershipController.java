package dev.headway.lifecycle.partnership.classification;

import dev.headway.contracts.BendKind;
import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether we are willing to change for this partner. */
@RestController
class ClassifyPartnershipController {

    private final PartnershipHttpResponses responses;

    ClassifyPartnershipController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotNull Classification classification,
            @Nullable @Size(max = 20) List<@NotNull @Valid Bend> bends,
            @Nullable Instant effectiveAt) {}

    record Bend(
            @NotNull BendKind bend,
            @NotBlank @Size(max = 4000) String what,
            @NotNull Instant dueOn) {

        static Bend of(PromisedBend promised) {
            return new Bend(BendKind.valueOf(promised.bend()), promised.what(), promised.dueOn());
        }
    }

    private static List<PromisedBend> promised(@Nullable List<Bend> bends) {
        return bends == null
                ? List.of()
                : bends.stream()
                        .map(
                                bend ->
                                        new PromisedBend(
                                                bendId(bend),
                                                bend.bend().name(),
                                                bend.what(),
                                                bend.dueOn()))
                        .distinct()
                        .toList();
    }

    /** The same promise keeps its id, so that saying it again changes nothing. */
    private static String bendId(Bend bend) {
        var promise = bend.bend() + "|" + bend.what() + "|" + bend.dueOn();
        return UUID.nameUUIDFromBytes(promise.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @PutMapping("/api/v1/partnerships/{id}/classification")
    ResponseEntity<?> classify(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        return responses.to(command(id, body), context);
    }

    private static ClassifyPartnership command(String id, Body body) {
        return new ClassifyPartnership(
                id, body.classification(), promised(body.bends()), body.effectiveAt());
    }

    @Bean
    static CorrectableFact<PartnershipClassified, Body> correctableClassification() {
        return new CorrectableFact<>(
                PartnershipClassified.class,
                Body.class,
                it ->
                        new Body(
                                Classification.valueOf(it.classification()),
                                it.bends().stream().map(Bend::of).toList(),
                                it.effectiveAt()),
                (id, it, body) ->
                        new ClassifyPartnership(
                                id,
                                body.classification(),
                                PromisedBends.corrected(promised(body.bends()), it),
                                body.effectiveAt()));
    }
}
