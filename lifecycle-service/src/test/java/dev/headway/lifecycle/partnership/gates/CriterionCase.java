package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.History;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.MoveDecisions;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.policy.Policy;
import java.util.Arrays;
import java.util.List;

/** What one criterion finds in a history: whether it holds, and the values it compares. */
public record CriterionCase(
        String criterion, String when, History history, boolean met, String have, String need) {

    public static CriterionCase yes(
            String criterion, String when, History history, String have, String need) {
        return new CriterionCase(criterion, when, history, true, have, need);
    }

    public static CriterionCase no(
            String criterion, String when, History history, String have, String need) {
        return new CriterionCase(criterion, when, history, false, have, need);
    }

    public void isEvaluatedBefore(Stage to) {
        isEvaluatedBefore(to, Policy.OUT_OF_THE_BOX);
    }

    public void isEvaluatedBefore(Stage to, Policy policy) {
        var evaluated = evaluated(to, criterion, history, policy);

        assertThat(evaluated.met()).isEqualTo(met);
        assertThat(evaluated.have()).isEqualTo(have);
        assertThat(evaluated.need()).isEqualTo(need);
        assertThat(evaluated.required()).isTrue();
    }

    public static EvaluatedCriterion evaluated(
            Stage to, String criterion, History history, Policy policy) {
        return gate(to, history, policy).criteria().stream()
                .filter(evaluated -> evaluated.id().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    public static EvaluatedGate gate(Stage to, History history, Policy policy) {
        var context = new DecisionContext(NOW, "mia", null, () -> policy);
        return Gate.to(to).evaluate(MoveDecisions.gateContext(history.registered(), null, context));
    }

    public static Policy policy(List<Threshold> thresholds, String... disqualifiers) {
        return new Policy(
                1,
                thresholds,
                Arrays.stream(disqualifiers).map(id -> new Disqualifier(id, id)).toList(),
                List.of());
    }

    @Override
    public String toString() {
        return criterion + (met ? " holds: " : " does not hold: ") + when;
    }
}
