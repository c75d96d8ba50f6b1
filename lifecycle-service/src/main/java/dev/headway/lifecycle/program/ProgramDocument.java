package dev.headway.lifecycle.program;

import dev.headway.contracts.Criteria;
import dev.headway.contracts.DefaultThresholds;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.Thresholds;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program policy as JSON.
 *
 * @param version answered; ignored in a request
 * @param thresholds by rule, an ISO-8601 duration or durations by stage, echoed as written
 * @param reason why it is changed; for requests only
 */
record ProgramDocument(
        @Nullable Long version,
        @NotNull @Size(max = 50) Map<String, Object> thresholds,
        @NotNull @Size(max = 100) List<@NotNull @Valid Screen> disqualifiers,
        @NotNull Map<Pattern, @NotNull @Valid Template> patterns,
        @Nullable @Size(max = 4000) String reason) {

    record Screen(
            @NotBlank @Size(max = 100) String id, @NotBlank @Size(max = 4000) String statement) {}

    record Template(
            @NotNull @Size(max = 100) List<@NotNull String> requires,
            @Nullable @Min(1) @Max(366) Integer rhythmDays) {}

    static ProgramDocument of(Policy policy) {
        var thresholds = new LinkedHashMap<String, Object>();
        policy.thresholds().forEach(threshold -> put(thresholds, threshold));
        var patterns = new LinkedHashMap<Pattern, Template>();
        policy.patterns()
                .forEach(
                        template ->
                                patterns.put(
                                        Pattern.valueOf(template.pattern()),
                                        new Template(template.requires(), template.rhythmDays())));
        return new ProgramDocument(
                policy.version(),
                thresholds,
                policy.disqualifiers().stream()
                        .map(d -> new Screen(d.id(), d.statement()))
                        .toList(),
                patterns,
                null);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> thresholds, Threshold threshold) {
        if (threshold.stage() == null) {
            thresholds.put(threshold.rule(), threshold.after());
        } else {
            ((Map<String, Object>)
                            thresholds.computeIfAbsent(
                                    threshold.rule(), _ -> new LinkedHashMap<String, Object>()))
                    .put(threshold.stage(), threshold.after());
        }
    }

    /**
     * The change this asks for.
     *
     * @throws Problem 400 naming what is not known or cannot be read
     */
    ChangeProgram change(@Nullable Long expectedVersion) {
        return new ChangeProgram(
                Program.STREAM,
                readThresholds(),
                readDisqualifiers(),
                readPatterns(),
                expectedVersion);
    }

    /**
     * @throws Problem 400 naming every unknown rule, stage or unreadable duration
     */
    List<Threshold> readThresholds() {
        var errors = new ArrayList<FieldError>();
        var read = new ArrayList<Threshold>();
        thresholds.forEach(
                (rule, value) -> {
                    var at = FieldError.pointer("thresholds", rule);
                    if (DefaultThresholds.ALL.stream().noneMatch(t -> t.rule().equals(rule))) {
                        errors.add(new FieldError(at, "is not a rule"));
                    } else if (value instanceof Map<?, ?> byStage && !byStage.isEmpty()) {
                        byStage.forEach(
                                (stage, after) ->
                                        read(rule, stage.toString(), after, at, errors, read));
                    } else {
                        read(rule, null, value, at, errors, read);
                    }
                });
        refuse(errors);
        return List.copyOf(read);
    }

    private static void read(
            String rule,
            @Nullable String stage,
            @Nullable Object after,
            String at,
            List<FieldError> errors,
            List<Threshold> read) {
        if (stage != null && Arrays.stream(Stage.values()).noneMatch(s -> s.name().equals(stage))) {
            errors.add(new FieldError(at + FieldError.pointer(stage), "is not a stage"));
        } else if (!(after instanceof String text) || !Thresholds.isThreshold(text)) {
            errors.add(
                    new FieldError(
                            stage == null ? at : at + "/" + stage,
                            "must be an ISO-8601 duration of up to ten years, as P60D or PT3S"));
        } else {
            read.add(new Threshold(rule, stage, text));
        }
    }

    /**
     * @throws Problem 400 when an id stands there twice
     */
    List<Disqualifier> readDisqualifiers() {
        var ids = disqualifiers.stream().map(Screen::id).toList();
        if (ids.stream().distinct().count() != ids.size()) {
            refuse(List.of(new FieldError("/disqualifiers", "an id stands there twice")));
        }
        return disqualifiers.stream().map(s -> new Disqualifier(s.id(), s.statement())).toList();
    }

    /**
     * @throws Problem 400 naming every unknown criterion
     */
    List<PatternTemplate> readPatterns() {
        var errors = new ArrayList<FieldError>();
        patterns.forEach(
                (pattern, template) -> {
                    template.requires().stream()
                            .filter(criterion -> !Criteria.ALL.contains(criterion))
                            .forEach(
                                    criterion ->
                                            errors.add(
                                                    new FieldError(
                                                            "/patterns/" + pattern + "/requires",
                                                            "no criterion is named " + criterion)));
                });
        refuse(errors);
        return patterns.entrySet().stream()
                .map(
                        entry ->
                                new PatternTemplate(
                                        entry.getKey().name(),
                                        entry.getValue().requires(),
                                        entry.getValue().rhythmDays()))
                .toList();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
