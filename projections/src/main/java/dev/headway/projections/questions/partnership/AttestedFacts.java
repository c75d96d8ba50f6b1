package dev.headway.projections.questions.partnership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.headway.contracts.PartnershipEvent.CriterionAttested;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose word there is for the program's own criteria, by criterion. */
record AttestedFacts(@JsonIgnore Map<String, Attestation> byCriterion) {

    static final AttestedFacts NONE = new AttestedFacts(Map.of());

    /**
     * @param statement the criterion as it was worded then
     */
    record Attestation(String statement, String evidence, Instant attestedAt) {}

    /** As it is answered; null where there is none. */
    @JsonProperty
    @Nullable Map<String, Attestation> attestations() {
        return byCriterion.isEmpty() ? null : byCriterion;
    }

    AttestedFacts evolve(CriterionAttested event) {
        var attestation = new Attestation(event.statement(), event.evidence(), event.effectiveAt());
        return new AttestedFacts(CopyOnChange.plus(byCriterion, event.criterion(), attestation));
    }
}
