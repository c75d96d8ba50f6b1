package dev.headway.contracts.policy;

import static dev.headway.contracts.Stage.LAUNCH;
import static dev.headway.contracts.Stage.PILOT;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After how long a rule is due: one answer for whoever asks. */
class ThresholdsTest {

    /** A day, in 51 characters. */
    private static final String LONG = "P0000000000000000000000000000000000000000000000001D";

    @ParameterizedTest
    @EnumSource
    void out_of_the_box_a_rule_is_due_alike_in_every_stage(Stage stage) {
        assertThat(Thresholds.DEFAULT.after("ghost-town", stage)).isEqualTo(ofDays(60));
        assertThat(Thresholds.DEFAULT.after("waiver-expired", stage)).isZero();
        for (var threshold : DefaultThresholds.ALL) {
            assertThat(Thresholds.DEFAULT.after(threshold.rule(), stage))
                    .isEqualTo(Duration.parse(threshold.after()));
        }
    }

    @Test
    void a_stages_own_threshold_goes_before_the_rules_and_that_before_the_default() {
        var thresholds =
                thresholds(
                        threshold("ghost-town", null, "P30D"),
                        threshold("ghost-town", "PILOT", "P10D"),
                        threshold("fading", "PILOT", "PT3S"));

        assertThat(thresholds.after("ghost-town", PILOT)).isEqualTo(ofDays(10));
        assertThat(thresholds.after("ghost-town", LAUNCH)).isEqualTo(ofDays(30));
        assertThat(thresholds.after("fading", PILOT)).isEqualTo(Duration.ofSeconds(3));
        assertThat(thresholds.after("fading", LAUNCH)).isEqualTo(ofDays(45));
        assertThat(thresholds.after("seat-vacant", LAUNCH)).isEqualTo(ofDays(7));
    }

    @Test
    void a_rule_that_there_is_not_is_a_mistake_of_whoever_asks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thresholds.DEFAULT.after("bad-weather", LAUNCH))
                .withMessage("No rule named bad-weather");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P60D", "PT0S", "PT3S", "PT1.5S", "PT1440H", "P1DT2H3M4S", "P3700D"})
    void a_policy_may_say_so_and_it_is_meant(String text) {
        assertThat(Thresholds.isThreshold(text)).isTrue();
        assertThat(stored(text)).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1.S", "PT1.1234567890S", LONG, "PT.5S", "PT1H.5S"})
    void what_the_rest_promise_does_not_know_is_refused(String text) {
        assertThat(Thresholds.isThreshold(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P3701D", "P3700DT0.000000001S", "P36501D", "P365000D", "P99999999999D"})
    void longer_than_ten_years_is_refused_and_where_it_is_stored_counts_as_ten_years(String text) {
        assertThat(Thresholds.isThreshold(text)).isFalse();
        assertThat(stored(text)).isEqualTo(Thresholds.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "60",
                "P",
                "PT",
                "P1",
                "P1DT",
                "P2M",
                "P1Y",
                "P8W",
                "p60d",
                "P60d",
                "-P1D",
                "+P1D",
                "P-1D",
                "P1DT-1H",
                " P1D",
                "P1D ",
                "P1,5D",
                "P٣D",
                "PT99999999999999999999S",
                "P999999999999999999D"
            })
    void text_that_is_no_duration_is_refused_and_where_it_is_stored_counts_as_not_set(String text) {
        assertThat(Thresholds.isThreshold(text)).isFalse();
        assertThat(stored(text)).isEqualTo(ofDays(60));

        var ofOneStage =
                thresholds(
                        threshold("ghost-town", "PILOT", text),
                        threshold("ghost-town", null, "P30D"));
        assertThat(ofOneStage.after("ghost-town", PILOT)).isEqualTo(ofDays(30));
    }

    @Test
    void rules_and_stages_that_are_no_more_do_no_harm_where_they_are_stored() {
        var thresholds =
                thresholds(
                        threshold("full-moon", null, "P1D"),
                        threshold("ghost-town", "SPRING", "P1D"));

        assertThat(thresholds.after("ghost-town", PILOT)).isEqualTo(ofDays(60));
    }

    @Test
    void whoever_waits_as_long_is_the_same_however_it_is_written() {
        var hours = thresholds(threshold("ghost-town", null, "PT1440H"));

        assertThat(hours).isEqualTo(Thresholds.DEFAULT).hasSameHashCodeAs(Thresholds.DEFAULT);
        assertThat(thresholds(threshold("ghost-town", null, "P1D")))
                .isNotEqualTo(Thresholds.DEFAULT);
    }

    private static Duration stored(String text) {
        return thresholds(threshold("ghost-town", null, text)).after("ghost-town", PILOT);
    }

    private static Thresholds thresholds(Threshold... policy) {
        return new Thresholds(List.of(policy));
    }

    private static Threshold threshold(String rule, @Nullable String stage, String after) {
        return new Threshold(rule, stage, after);
    }
}
