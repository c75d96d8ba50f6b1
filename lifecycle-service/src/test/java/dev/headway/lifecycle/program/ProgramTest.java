package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.lifecycle.program.Program.Changed;
import dev.headway.partnership.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The policy of the program, one version after another. */
class ProgramTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final ProgramChanged IMPATIENT = ghostTownAfter("P30D");

    private final FixtureConfiguration<Program> fixture =
            new AggregateTestFixture<>(Program.class)
                    .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void the_first_change_begins_the_program() {
        fixture.givenNoPriorActivity()
                .when(change(IMPATIENT, null))
                .expectEvents(IMPATIENT)
                .expectResultMessagePayload(
                        new Changed(Policy.OUT_OF_THE_BOX.after(IMPATIENT), false));
    }

    @Test
    void the_policy_is_changed_as_a_whole() {
        fixture.given(IMPATIENT)
                .when(change(ghostTownAfter("P90D"), null))
                .expectEvents(ghostTownAfter("P90D"))
                .expectResultMessagePayload(
                        new Changed(
                                Policy.OUT_OF_THE_BOX
                                        .after(IMPATIENT)
                                        .after(ghostTownAfter("P90D")),
                                false));
    }

    @Test
    void the_same_policy_again_is_no_new_version() {
        fixture.given(IMPATIENT)
                .when(change(IMPATIENT, null))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Changed(Policy.OUT_OF_THE_BOX.after(IMPATIENT), false));
    }

    @Test
    void the_policy_out_of_the_box_again_is_no_version_at_all() {
        var asItIs = Policy.OUT_OF_THE_BOX;

        // the fixture looks for the aggregate afterwards, and rightly finds none
        fixture.setReportIllegalStateChange(false);
        fixture.givenNoPriorActivity()
                .when(
                        new ChangeProgram(
                                Program.STREAM,
                                asItIs.thresholds(),
                                asItIs.disqualifiers(),
                                asItIs.patterns(),
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                null))
                .expectNoEvents()
                .expectResultMessagePayload(new Changed(asItIs, false));
    }

    @Test
    void whoever_has_seen_another_version_is_too_late() {
        fixture.given(IMPATIENT)
                .when(change(ghostTownAfter("P90D"), 0L))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Changed(Policy.OUT_OF_THE_BOX.after(IMPATIENT), true));
    }

    @Test
    void whoever_has_seen_the_current_version_is_in_time() {
        fixture.given(IMPATIENT)
                .when(change(ghostTownAfter("P90D"), 1L))
                .expectEvents(ghostTownAfter("P90D"));
    }

    @Test
    void a_stages_own_threshold_goes_before_the_rules_and_that_before_the_default() {
        var policy =
                Policy.OUT_OF_THE_BOX.after(
                        changed(
                                List.of(
                                        new Threshold("ghost-town", null, "P30D"),
                                        new Threshold("ghost-town", "PILOT", "P10D"))));

        assertThat(policy.threshold("ghost-town", Stage.PILOT)).isEqualTo(Duration.ofDays(10));
        assertThat(policy.threshold("ghost-town", Stage.LAUNCH)).isEqualTo(Duration.ofDays(30));
        assertThat(policy.threshold("fading", Stage.LAUNCH)).isEqualTo(Duration.ofDays(45));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.threshold("bad-weather", Stage.LAUNCH))
                .withMessage("No rule named bad-weather");
    }

    @Test
    void every_criterion_is_required_but_where_the_template_of_the_pattern_leaves_it_out() {
        var policy =
                Policy.OUT_OF_THE_BOX.after(
                        new ProgramChanged(
                                DefaultThresholds.ALL,
                                List.of(),
                                List.of(
                                        new PatternTemplate(
                                                "REFERRAL", List.of("leverage-claimed"), 30)),
                                NOW));

        assertThat(policy.requires("REFERRAL", "leverage-claimed")).isTrue();
        assertThat(policy.requires("REFERRAL", "seams-pass")).isFalse();
        assertThat(policy.requires("RESELL", "seams-pass")).isTrue();
        assertThat(policy.requires(null, "seams-pass")).isTrue();
        assertThat(Policy.OUT_OF_THE_BOX.requires("REFERRAL", "seams-pass")).isTrue();
    }

    @Test
    void a_disqualifier_is_worded_since_its_words_last_changed() {
        var first = disqualifying(NOW, "a", "nobody pays");
        var second = disqualifying(NOW.plusSeconds(60), "a", "nobody pays", "b", "nobody asks");
        var third = disqualifying(NOW.plusSeconds(120), "a", "nobody pays us", "b", "nobody asks");
        var policy = Policy.OUT_OF_THE_BOX.after(first).after(second).after(third);

        assertThat(policy.wordedAt())
                .isEqualTo(Map.of("a", NOW.plusSeconds(120), "b", NOW.plusSeconds(60)));
        assertThat(policy.version()).isEqualTo(3);
    }

    private static ProgramChanged disqualifying(Instant at, String... idsAndWords) {
        var disqualifiers = new ArrayList<Disqualifier>();
        for (int i = 0; i < idsAndWords.length; i += 2) {
            disqualifiers.add(new Disqualifier(idsAndWords[i], idsAndWords[i + 1]));
        }
        return new ProgramChanged(List.of(), disqualifiers, List.of(), at);
    }

    private static ChangeProgram change(ProgramChanged to, @Nullable Long expectedVersion) {
        return new ChangeProgram(
                Program.STREAM,
                to.thresholds(),
                to.disqualifiers(),
                to.patterns(),
                to.pilotLimits() == null ? List.of() : to.pilotLimits(),
                to.criteria() == null ? List.of() : to.criteria(),
                to.why(),
                to.playbooks() == null ? List.of() : to.playbooks(),
                expectedVersion == null ? null : ExpectedVersions.of(expectedVersion));
    }

    private static ProgramChanged ghostTownAfter(String duration) {
        return changed(List.of(new Threshold("ghost-town", null, duration)));
    }

    private static ProgramChanged changed(List<Threshold> thresholds) {
        return new ProgramChanged(
                thresholds, List.of(new Disqualifier("no-budget", "Nobody pays")), List.of(), NOW);
    }
}
