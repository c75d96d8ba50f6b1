package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.Lives.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.Life;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.program.Policy;
import java.util.Arrays;
import java.util.List;

/** What one criterion finds in a life: whether it holds, and the values it compares. */
public record CriterionCase(
        String criterion, String when, Life life, boolean met, String have, String need) {

    public static CriterionCase yes(
            String criterion, String when, Life life, String have, String need) {
        return new CriterionCase(criterion, when, life, true, have, need);
    }

    public static CriterionCase no(
            String criterion, String when, Life life, String have, String need) {
        return new CriterionCase(criterion, when, life, false, have, need);
    }

    public void isJudgedBefore(Stage to) {
        isJudgedBefore(to, Policy.OUT_OF_THE_BOX);
    }

    public void isJudgedBefore(Stage to, Policy policy) {
        var judged = judged(to, criterion, life, policy);

        assertThat(judged.met()).isEqualTo(met);
        assertThat(judged.have()).isEqualTo(have);
        assertThat(judged.need()).isEqualTo(need);
        assertThat(judged.required()).isTrue();
    }

    public static EvaluatedCriterion judged(Stage to, String criterion, Life life, Policy policy) {
        return gate(to, life, policy).criteria().stream()
                .filter(judged -> judged.id().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    public static EvaluatedGate gate(Stage to, Life life, Policy policy) {
        var context = new DecisionContext(NOW, "mia", null, () -> policy);
        return Gate.to(to).evaluate(MoveDecisions.gateContext(life.registered(), null, context));
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
