package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.partnership.History;
import dev.headway.partnership.gates.Criterion;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.policy.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every gate does alike. */
class GatesTest {

    @Test
    void a_waiver_in_force_stands_in_for_a_criterion_and_leaves_it_unmet() {
        var waived = aBarePilot().and(waiverGranted("w1", "rhythm-agreed", inDays(1)));
        var evaluated = evaluated(Stage.LAUNCH, "rhythm-agreed", waived, Policy.OUT_OF_THE_BOX);

        assertThat(evaluated.met()).isFalse();
        assertThat(evaluated.waiver()).isEqualTo("w1");
        assertThat(evaluated.blocks()).isFalse();
    }

    @Test
    void an_expired_refused_or_undecided_waiver_stands_in_for_nothing() {
        var id = "rhythm-agreed";
        var refused =
                aBarePilot()
                        .and(
                                waiverRequested("w1", id, inDays(1)),
                                new WaiverRefused("w1", "no", "ada", daysAgo(1)));

        for (var history :
                List.of(
                        aBarePilot().and(waiverGranted("w1", id, NOW)),
                        refused,
                        aBarePilot().and(waiverRequested("w1", id, inDays(1))),
                        aBarePilot().and(waiverGranted("w1", "customer-used", inDays(1))))) {
            assertThat(evaluated(Stage.LAUNCH, id, history, Policy.OUT_OF_THE_BOX).blocks())
                    .isTrue();
        }
    }

    @Test
    void a_criterion_that_the_pattern_does_not_require_is_evaluated_and_does_not_block() {
        var resell = new PatternTemplate("RESELL", List.of("pilot-proved"), null);
        var policy = new Policy(4, List.of(), List.of(), List.of(resell));
        var gate = gate(Stage.LAUNCH, aBarePilot(), policy);

        assertThat(gate.unmet()).extracting(EvaluatedCriterion::id).containsExactly("pilot-proved");
        assertThat(gate.criteria()).hasSize(8).noneMatch(EvaluatedCriterion::met);
        assertThat(gate.policyVersion()).isEqualTo(4);
    }

    @Test
    void a_gate_passes_when_nothing_blocks() {
        assertThat(gate(Stage.LAUNCH, aPilot(), Policy.OUT_OF_THE_BOX).passes()).isTrue();
        assertThat(gate(Stage.LAUNCH, aBarePilot(), Policy.OUT_OF_THE_BOX).passes()).isFalse();
    }

    @Test
    void evidence_from_before_a_revival_does_not_count() {
        var revived =
                aSunsetPartnership()
                        .and(waiverGranted("w1", "pilot-scoped", inDays(9)))
                        .and(new PartnershipRevived("again", daysAgo(1)));

        for (var stage : List.of(Stage.PILOT, Stage.LAUNCH, Stage.SCALED)) {
            assertThat(gate(stage, revived, Policy.OUT_OF_THE_BOX).criteria())
                    .filteredOn(EvaluatedCriterion::met)
                    .extracting(EvaluatedCriterion::id)
                    .isSubsetOf(
                            "pattern-chosen",
                            "disqualifiers-clear",
                            "in-motion",
                            "no-expired-waivers");
        }
        assertThat(evaluated(Stage.PILOT, "pilot-scoped", revived, Policy.OUT_OF_THE_BOX).waiver())
                .isNull();
    }

    @Test
    void stepping_back_to_pilot_voids_scope_and_verdict_and_nothing_else() {
        var back =
                aLaunchedPartnership()
                        .and(new PartnershipSteppedBack("LAUNCH", "PILOT", "broke", daysAgo(1)));

        assertThat(gate(Stage.PILOT, back, Policy.OUT_OF_THE_BOX).unmet())
                .extracting(EvaluatedCriterion::id)
                .containsExactly("pilot-scoped");
        assertThat(gate(Stage.LAUNCH, back, Policy.OUT_OF_THE_BOX).unmet())
                .extracting(EvaluatedCriterion::id)
                .containsExactly("pilot-proved");
    }

    @Test
    void evidence_is_told_where_there_is_any() {
        assertThat(evidence("customer-used", aPilot())).isEqualTo("Globex: went live");
        assertThat(evidence("customer-used", aBarePilot())).isNull();
        assertThat(evidence("next-three-steps", aPilot()))
                .isEqualTo("title of s1; title of s2; title of s3");
        assertThat(evidence("next-three-steps", aBarePilot())).isNull();
        assertThat(evidence("seams-pass", aPilot())).isEqualTo("6 of 6 seams");
        assertThat(evidence("seams-pass", aBarePilot())).isNull();
    }

    @Test
    void the_criteria_that_anybody_may_name_are_those_of_the_gates() {
        assertThat(
                        Arrays.stream(Stage.values())
                                .flatMap(stage -> Gate.to(stage).criteria().stream())
                                .map(Criterion::id)
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(Criteria.ALL);
    }

    @Test
    void every_criterion_is_evaluated_both_ways_in_the_tests_of_its_gate() {
        var cases =
                Stream.of(
                                PilotGateTest.cases(),
                                LaunchGateTest.cases(),
                                ScaleGateTest.cases(),
                                SunsetGateTest.cases())
                        .flatMap(List::stream)
                        .toList();
        var elsewhere = List.of("disqualifiers-clear", "reason-given");

        for (var id : Criteria.ALL.stream().filter(id -> !elsewhere.contains(id)).toList()) {
            assertThat(cases)
                    .filteredOn(CriterionCase::criterion, id)
                    .extracting(CriterionCase::met)
                    .contains(true, false);
        }
    }

    private static @Nullable String evidence(String criterion, History history) {
        return evaluated(Stage.LAUNCH, criterion, history, Policy.OUT_OF_THE_BOX).evidence();
    }
}
