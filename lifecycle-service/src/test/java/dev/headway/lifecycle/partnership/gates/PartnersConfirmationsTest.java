package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.aBarePilot;
import static dev.headway.lifecycle.partnership.SampleHistories.daysAgo;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.ExitTermsConfirmed;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.VerdictConfirmed;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.partnership.History;
import dev.headway.partnership.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnersConfirmationsTest {

    private static final String VERDICT = Criteria.VERDICT_CONFIRMED;
    private static final String TERMS = Criteria.EXIT_TERMS_CONFIRMED;

    /** Asked of partnerships that resell. */
    private static final Policy ASKING =
            new Policy(
                    1,
                    Policy.OUT_OF_THE_BOX.thresholds(),
                    List.of(),
                    List.of(new PatternTemplate("RESELL", List.of(VERDICT, TERMS), null)));

    private static final PilotJudged PROVED =
            new PilotJudged("PROVED", "12 of 15", null, daysAgo(9));
    private static final ExitTermsAgreed AGREED =
            new ExitTermsAgreed("return the kits", 90, daysAgo(9));

    @Test
    void nobody_is_asked_until_a_template_names_them() {
        assertThat(gate(Stage.LAUNCH, aBarePilot(), Policy.OUT_OF_THE_BOX).criteria())
                .extracting(EvaluatedCriterion::id)
                .doesNotContain(VERDICT, TERMS);
        assertThat(gate(Stage.LAUNCH, aBarePilot(), ASKING).criteria())
                .extracting(EvaluatedCriterion::id)
                .contains(VERDICT, TERMS)
                .doesNotContain(Criteria.OBJECTIVES_SHARED);
        assertThat(ASKING.asksFor(TERMS)).isTrue();
        assertThat(Policy.OUT_OF_THE_BOX.asksFor(TERMS)).isFalse();
        assertThat(ASKING.requires(null, VERDICT)).isFalse();
    }

    @Test
    void the_partners_word_counts_for_the_words_that_stand() {
        var said = new VerdictConfirmed("PROVED", "12 of 15", null, "Kai", daysAgo(8));

        assertHas(VERDICT, reselling(), false, "no verdict");
        assertHas(VERDICT, reselling().and(PROVED), false, "not confirmed as it stands");
        assertHas(VERDICT, reselling().and(PROVED, said), true, "confirmed");
        assertHas(
                VERDICT,
                reselling().and(PROVED, said, PROVED),
                false,
                "not confirmed as it stands");
        assertHas(
                VERDICT,
                reselling().and(new PilotJudged("DISPROVED", "12 of 15", null, daysAgo(9)), said),
                false,
                "not confirmed as it stands");
    }

    @Test
    void how_to_part_is_confirmed_in_these_words_as_well() {
        var said = new ExitTermsConfirmed("return the kits", 90, "Kai", daysAgo(8));
        var other = new ExitTermsAgreed("return the kits", 30, daysAgo(7));

        assertHas(TERMS, reselling(), false, "no exit terms");
        assertHas(TERMS, reselling().and(AGREED, said), true, "confirmed");
        assertHas(TERMS, reselling().and(AGREED, said, other), false, "not confirmed as it stands");
        assertHas(TERMS, reselling().and(AGREED, other, said), false, "not confirmed as it stands");
    }

    private static History reselling() {
        return aBarePilot().and(new PatternChosen("RESELL", daysAgo(50)));
    }

    private static void assertHas(String criterion, History history, boolean met, String have) {
        var evaluated = CriterionCase.evaluated(Stage.LAUNCH, criterion, history, ASKING);
        assertThat(evaluated.have()).isEqualTo(have);
        assertThat(evaluated.met()).isEqualTo(met);
        assertThat(evaluated.required()).isTrue();
    }
}
