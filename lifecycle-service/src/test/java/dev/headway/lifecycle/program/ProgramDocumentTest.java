package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Role;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.program.LimitsDocument.Pilots;
import dev.headway.lifecycle.program.ProgramDocument.DisqualifierBody;
import dev.headway.lifecycle.program.ProgramDocument.Template;
import dev.headway.partnership.policy.Policy;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy as people read and write it. */
class ProgramDocumentTest {

    private static final String DURATION =
            "must be an ISO-8601 duration of up to ten years, as P60D or PT3S";

    @Test
    void what_is_written_is_what_is_read() {
        var policy =
                new Policy(
                        7,
                        List.of(
                                new Threshold("ghost-town", null, "P30D"),
                                new Threshold("fading", "PILOT", "PT3S"),
                                new Threshold("fading", "LAUNCH", "P45D")),
                        List.of(new Disqualifier("no-budget", "Nobody pays")),
                        List.of(new PatternTemplate("REFERRAL", List.of("seams-pass"), 30)));
        var document = ProgramDocument.of(policy);

        assertThat(document.version()).isEqualTo(7);
        assertThat(document.parseThresholds()).isEqualTo(policy.thresholds());
        assertThat(document.parseDisqualifiers()).isEqualTo(policy.disqualifiers());
        assertThat(document.parsePatterns()).isEqualTo(policy.patterns());
    }

    @Test
    void criteria_of_its_own_are_written_as_they_are_read() {
        var own =
                List.of(
                        criterion("security-reviewed", Stage.LAUNCH, Role.APPROVER),
                        criterion("trained-2", Stage.PILOT, Role.MANAGER));

        assertThat(CriterionBody.of(CriterionBody.parse(own))).isEqualTo(own);
        assertThat(CriterionBody.of(List.of())).isNull();
    }

    @Test
    void what_no_gate_could_ask_for_is_named() {
        var wrong =
                List.of(
                        criterion("Security", Stage.LAUNCH, Role.MANAGER),
                        criterion("seams-pass", Stage.LAUNCH, Role.MANAGER),
                        criterion("room-for-a-pilot", Stage.PILOT, Role.MANAGER),
                        criterion("a", Stage.PROSPECT, Role.MANAGER),
                        criterion("a", Stage.PILOT, Role.ADMIN));

        assertThat(errors(() -> CriterionBody.parse(wrong)))
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/criteria/0/id",
                        "/criteria/1/id",
                        "/criteria/2/id",
                        "/criteria/3/gate",
                        "/criteria/4/id",
                        "/criteria/4/attestedBy");
    }

    private static CriterionBody criterion(String id, Stage gate, Role by) {
        return new CriterionBody(id, gate, "It holds", List.of(Pattern.RESELL), by, 30);
    }

    @Test
    void limits_are_a_number_or_numbers_by_name_and_stay_as_they_are_written() {
        var person = "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11";
        var limits = new LimitsDocument(new Pilots(Map.of("RESELL", 3), 2, Map.of(person, 0)));

        assertThat(limits.parse())
                .containsExactly(
                        new PilotLimit("PATTERN", "RESELL", 3),
                        new PilotLimit("SEGMENT", null, 2),
                        new PilotLimit("OWNER", person, 0));
        assertThat(LimitsDocument.of(limits.parse())).isEqualTo(limits);
        assertThat(LimitsDocument.of(List.of())).isNull();
        assertThat(new LimitsDocument(null).parse()).isEmpty();
    }

    @Test
    void what_is_no_limit_is_named() {
        var limits = new LimitsDocument(new Pilots(Map.of("RESALE", 3), -1, Map.of("Mia Holm", 1)));
        var long1 = new LimitsDocument(new Pilots("3", Map.of("\u0000", 1), Map.of()));

        assertThat(errors(limits::parse))
                .containsExactly(
                        new FieldError("/limits/pilots/perPattern/RESALE", "is not a pattern"),
                        new FieldError(
                                "/limits/pilots/perSegment",
                                "must be a whole number from 0 to 100000"),
                        new FieldError(
                                "/limits/pilots/perOwner/Mia Holm", "is not the id of a person"));
        assertThat(errors(long1::parse)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P60D", "PT3S", "PT0S", "PT1.5S", "P3700D"})
    void a_rule_waits_for_up_to_ten_years(String duration) {
        assertThat(after(duration).parseThresholds())
                .containsExactly(new Threshold("ghost-town", null, duration));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p60d", "P-1D", "-P1D", "+P1D", "PT", "P1", "P3701D", "soon"})
    void no_other_text_is_a_duration(String duration) {
        assertThat(errors(() -> after(duration).parseThresholds()))
                .containsExactly(new FieldError("/thresholds/ghost-town", DURATION));
    }

    @Test
    void everything_that_is_wrong_with_the_thresholds_is_named() {
        var document =
                thresholds(
                        Map.of(
                                "bad-weather", "P1D",
                                "fading", Map.of("SPRING", "P1D"),
                                "seat-vacant", Map.of("PILOT", 3),
                                "step-overdue", Map.of()));

        assertThat(errors(document::parseThresholds))
                .containsExactlyInAnyOrder(
                        new FieldError("/thresholds/bad-weather", "is not a rule"),
                        new FieldError("/thresholds/fading/SPRING", "is not a stage"),
                        new FieldError("/thresholds/seat-vacant/PILOT", DURATION),
                        new FieldError("/thresholds/step-overdue", DURATION));
    }

    @Test
    void a_disqualifier_stands_there_once() {
        var twice =
                new ProgramDocument(
                        null,
                        Map.of(),
                        List.of(
                                new DisqualifierBody("no-budget", "Nobody pays"),
                                new DisqualifierBody("no-budget", "")),
                        Map.of(),
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(errors(twice::parseDisqualifiers))
                .containsExactly(new FieldError("/disqualifiers", "an id stands there twice"));
    }

    @Test
    void a_playbook_plans_in_stages_that_go_on_and_each_step_once() {
        var steps =
                List.of(
                        new PlaybookStepBody("Train sales", Side.PARTNER, 14),
                        new PlaybookStepBody("Call", Side.OURS, 0));
        var again = new PlaybookStepBody("train SALES", Side.OURS, 3);
        var read = PlaybookStepBody.parse(Map.of(Pattern.RESELL, Map.of(Stage.LAUNCH, steps)));

        assertThat(read)
                .containsExactly(
                        new PlaybookStep("RESELL", "LAUNCH", "Train sales", "PARTNER", 14),
                        new PlaybookStep("RESELL", "LAUNCH", "Call", "OURS", 0));
        assertThat(PlaybookStepBody.of(read))
                .isEqualTo(Map.of(Pattern.RESELL, Map.of(Stage.LAUNCH, steps)));
        assertThat(PlaybookStepBody.of(List.of())).isNull();
        assertThat(
                        errors(
                                () ->
                                        PlaybookStepBody.parse(
                                                Map.of(
                                                        Pattern.RESELL,
                                                        Map.of(
                                                                Stage.SUNSET,
                                                                List.of(
                                                                        steps.getFirst(),
                                                                        again))))))
                .containsExactly(
                        new FieldError("/playbooks/RESELL/SUNSET", "nothing is planned in SUNSET"),
                        new FieldError("/playbooks/RESELL/SUNSET/1/title", "stands there twice"));
    }

    @Test
    void a_pattern_requires_criteria_that_there_are() {
        var document =
                new ProgramDocument(
                        null,
                        Map.of(),
                        List.of(),
                        Map.of(
                                Pattern.RESELL,
                                new Template(List.of("seams-pass", "good-weather"), null)),
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(errors(document::parsePatterns))
                .containsExactly(
                        new FieldError(
                                "/patterns/RESELL/requires", "no criterion is named good-weather"));
    }

    private static ProgramDocument after(String duration) {
        return thresholds(Map.of("ghost-town", duration));
    }

    private static ProgramDocument thresholds(Map<String, Object> thresholds) {
        return new ProgramDocument(
                null, thresholds, List.of(), Map.of(), null, null, null, null, null);
    }

    @SuppressWarnings("unchecked")
    private static List<FieldError> errors(ThrowingCallable read) {
        var problem = catchThrowableOfType(Problem.class, read);
        var document = Objects.requireNonNull(problem.getBody().getProperties()).get("errors");
        return (List<FieldError>) Objects.requireNonNull(document);
    }
}
