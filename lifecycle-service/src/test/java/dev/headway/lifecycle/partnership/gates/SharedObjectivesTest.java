package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.aPilot;
import static dev.headway.lifecycle.partnership.SampleHistories.aProspect;
import static dev.headway.lifecycle.partnership.SampleHistories.confirmed;
import static dev.headway.lifecycle.partnership.SampleHistories.daysAgo;
import static dev.headway.lifecycle.partnership.SampleHistories.keyResult;
import static dev.headway.lifecycle.partnership.SampleHistories.objectiveShared;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.partnership.History;
import dev.headway.partnership.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedObjectivesTest {

    private static final String ID = Criteria.OBJECTIVES_SHARED;

    /** Asked of partnerships that resell. */
    private static final Policy ASKING =
            new Policy(
                    1,
                    Policy.OUT_OF_THE_BOX.thresholds(),
                    List.of(),
                    List.of(
                            new PatternTemplate("RESELL", List.of(ID), null),
                            new PatternTemplate("REFERRAL", List.of(), null)));

    @Test
    void nobody_is_asked_until_a_template_names_it() {
        assertThat(gate(Stage.LAUNCH, aPilot(), Policy.OUT_OF_THE_BOX).criteria())
                .extracting(EvaluatedCriterion::id)
                .doesNotContain(ID);
        assertThat(gate(Stage.PILOT, aProspect(), ASKING).criteria())
                .extracting(EvaluatedCriterion::id)
                .doesNotContain(ID);
        assertThat(Policy.OUT_OF_THE_BOX.asksFor(ID)).isFalse();
        assertThat(ASKING.asksFor(ID)).isTrue();
    }

    @Test
    void those_are_asked_whose_template_names_it() {
        assertThat(evaluated(reselling()).required()).isTrue();
        assertThat(evaluated(aPilot().and(new PatternChosen("REFERRAL", daysAgo(2)))).required())
                .isFalse();
        assertThat(ASKING.requires(null, ID)).isFalse();
        assertThat(ASKING.requires("CO_DELIVERY", ID)).isFalse();
    }

    @Test
    void one_objective_that_both_sides_confirm_is_enough() {
        var chains = objectiveShared("chains");
        var kiosks = objectiveShared("kiosks");
        var both =
                reselling()
                        .and(
                                chains,
                                kiosks,
                                confirmed(chains, "OURS"),
                                confirmed(chains, "PARTNER"));

        assertUnmet(reselling(), "no objective");
        assertUnmet(reselling().and(chains), "0 of 1 confirmed by both sides");
        assertUnmet(
                reselling()
                        .and(
                                chains,
                                kiosks,
                                confirmed(chains, "OURS"),
                                confirmed(kiosks, "PARTNER")),
                "0 of 2 confirmed by both sides");
        var met = evaluated(both);
        assertThat(met.met()).isTrue();
        assertThat(met.have()).isEqualTo("1 of 2 confirmed by both sides");
        assertThat(met.need()).isEqualTo("1 objective confirmed by both sides");
        assertThat(met.evidence()).isEqualTo("win the chains");
    }

    @Test
    void a_word_counts_for_its_words_and_while_nobody_drops_them() {
        var chains = objectiveShared("chains");
        var both = reselling().and(chains, confirmed(chains, "OURS"), confirmed(chains, "PARTNER"));
        var other =
                new ObjectiveChanged(
                        "chains", "win them", List.of(keyResult("stores", "80")), daysAgo(9));
        var stale =
                new ObjectiveConfirmed(
                        "kiosks", "other words", chains.keyResults(), "OURS", "Kai", daysAgo(8));

        assertUnmet(both.and(other), "0 of 1 confirmed by both sides");
        assertUnmet(both.and(new ObjectiveDropped("chains", "sold", daysAgo(9))), "no objective");
        assertUnmet(
                reselling()
                        .and(
                                objectiveShared("kiosks"),
                                stale,
                                confirmed(objectiveShared("kiosks"), "PARTNER")),
                "0 of 1 confirmed by both sides");
    }

    private static History reselling() {
        return aPilot().and(new PatternChosen("RESELL", daysAgo(50)));
    }

    private static void assertUnmet(History history, String have) {
        assertThat(evaluated(history).met()).isFalse();
        assertThat(evaluated(history).have()).isEqualTo(have);
    }

    private static EvaluatedCriterion evaluated(History history) {
        return CriterionCase.evaluated(Stage.LAUNCH, ID, history, ASKING);
    }
}
