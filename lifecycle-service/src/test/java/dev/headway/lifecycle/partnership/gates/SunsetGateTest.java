package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.MoveDecisions;
import dev.headway.lifecycle.partnership.sunset.SunsetPartnership;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.policy.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands between a partnership and its end. */
class SunsetGateTest {

    private static final Instant TODAY = Instant.parse("2026-06-01T00:00:00Z");

    static List<CriterionCase> cases() {
        var one = obligationTaken("o1");
        var two = obligationTaken("o2");
        return List.of(
                yes("obligations-discharged", "none", aPilot(), "0 open", "0 open"),
                no(
                        "obligations-discharged",
                        "two open",
                        aPilot().and(two, one),
                        "2 open: support o1; support o2",
                        "0 open"),
                yes(
                        "obligations-discharged",
                        "one discharged, one handed over",
                        aPilot().and(one, two)
                                .and(
                                        new ObligationDischarged("o1", "done", NOW),
                                        new ObligationHandedOver("o2", "them", "so", NOW)),
                        "0 open",
                        "0 open"),
                no(
                        "customers-notified",
                        "never",
                        aPilot(),
                        "nothing recorded",
                        "a notice to the customers"),
                yes(
                        "customers-notified",
                        "by mail",
                        aPilot().and(customersNotified()),
                        "by mail, " + daysAgo(6),
                        "a notice to the customers"),
                no(
                        "customers-notified",
                        "in a month, which tells nobody yet",
                        aPilot().and(new CustomersNotified("by mail", inDays(30), NOW)),
                        "by mail, " + inDays(30) + ", not yet",
                        "a notice to the customers"),
                yes(
                        "customers-notified",
                        "today",
                        aPilot().and(new CustomersNotified("by mail", TODAY, NOW)),
                        "by mail, " + TODAY,
                        "a notice to the customers"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_criterion_compares_what_is_there_with_what_it_takes(CriterionCase expected) {
        expected.isEvaluatedBefore(Stage.SUNSET);
    }

    @Test
    void what_is_told_of_many_obligations_is_bounded() {
        var history = aPilot();
        for (int i = 1000; i < 3000; i++) {
            history =
                    history.and(
                            new ObligationTaken(
                                    "o" + i, i + "x".repeat(3_996), "Globex", NOW, NOW));
        }

        var evaluated =
                evaluated(Stage.SUNSET, "obligations-discharged", history, Policy.OUT_OF_THE_BOX);

        assertThat(evaluated.have())
                .startsWith("2000 open: 1000xxx")
                .endsWith("…; 1995 more")
                .hasSizeLessThan(600);
    }

    @Test
    void an_end_wants_a_code_and_words() {
        assertThat(ending(null, null)).isEqualTo("neither, not met");
        assertThat(ending("", " ")).isEqualTo("neither, not met");
        assertThat(ending("\u00a0", "\u200b\u2800")).isEqualTo("neither, not met");
        assertThat(ending("MERGED", null)).isEqualTo("a code only, not met");
        assertThat(ending(null, "one of us")).isEqualTo("words only, not met");
        assertThat(ending("MERGED", "one of us")).isEqualTo("code and words, met");
    }

    private static String ending(@Nullable String code, @Nullable String words) {
        var context = new DecisionContext(NOW, "mia", null, () -> Policy.OUT_OF_THE_BOX);
        var move = new SunsetPartnership(ID, code, words, null);
        var gate =
                Gate.to(Stage.SUNSET)
                        .evaluate(MoveDecisions.gateContext(aPilot().registered(), move, context));
        var evaluated = gate.criteria().getFirst();
        return evaluated.have() + (evaluated.met() ? ", met" : ", not met");
    }
}
