package dev.headway.lifecycle.program;

import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thresholds as JSON: by rule, an ISO-8601 duration or durations by stage. */
final class ThresholdsDocument {

    private ThresholdsDocument() {}

    static Map<String, Object> of(List<Threshold> thresholds) {
        var document = new LinkedHashMap<String, Object>();
        thresholds.forEach(threshold -> put(document, threshold));
        return document;
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
     * @throws Problem 400 naming every unknown rule, stage or unreadable duration
     */
    static List<Threshold> parse(Map<String, Object> thresholds) {
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
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
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
}
