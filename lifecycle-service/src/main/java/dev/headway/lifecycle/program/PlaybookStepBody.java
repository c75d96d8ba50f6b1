package dev.headway.lifecycle.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a playbook as JSON; playbooks are by pattern, by stage. */
record PlaybookStepBody(
        @NotBlank @Size(max = 200) String title,
        @NotNull Side side,
        @NotNull @Min(0) @Max(3700) Integer afterDays) {

    /** Null for none. */
    static @Nullable Map<Pattern, Map<Stage, List<PlaybookStepBody>>> of(
            List<PlaybookStep> playbooks) {
        Map<Pattern, Map<Stage, List<PlaybookStepBody>>> document = new LinkedHashMap<>();
        for (var step : playbooks) {
            document.computeIfAbsent(Pattern.valueOf(step.pattern()), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(Stage.valueOf(step.stage()), _ -> new ArrayList<>())
                    .add(
                            new PlaybookStepBody(
                                    step.title(), Side.valueOf(step.side()), step.afterDays()));
        }
        return document.isEmpty() ? null : document;
    }

    /**
     * @throws Problem 400 naming every stage in which nothing is planned, and every title that is
     *     there twice: by its title a step is known
     */
    static List<PlaybookStep> parse(Map<Pattern, Map<Stage, List<PlaybookStepBody>>> document) {
        var errors = new ArrayList<FieldError>();
        var playbooks = new ArrayList<PlaybookStep>();
        document.forEach(
                (pattern, stages) ->
                        stages.forEach(
                                (stage, steps) -> {
                                    var at = "/playbooks/" + pattern + "/" + stage;
                                    if (stage == Stage.SUNSET) {
                                        errors.add(
                                                new FieldError(at, "nothing is planned in SUNSET"));
                                    }
                                    errors.addAll(twice(at, steps));
                                    steps.forEach(
                                            step -> playbooks.add(step.toStep(pattern, stage)));
                                }));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return List.copyOf(playbooks);
    }

    private static List<FieldError> twice(String at, List<PlaybookStepBody> steps) {
        var errors = new ArrayList<FieldError>();
        var titles = new HashSet<String>();
        for (var place = 0; place < steps.size(); place++) {
            if (!titles.add(new FoldedText(steps.get(place).title()).text())) {
                errors.add(new FieldError(at + "/" + place + "/title", "stands there twice"));
            }
        }
        return errors;
    }

    private PlaybookStep toStep(Pattern pattern, Stage stage) {
        return new PlaybookStep(pattern.name(), stage.name(), title, side.name(), afterDays);
    }
}
