package dev.headway.projections.console.program;

import dev.headway.contracts.Pattern;
import dev.headway.projections.console.api.ApiObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * Playbooks as a form has them, a line for each step: the stage, after how many days, whose it is,
 * and what will be done.
 */
final class TypedPlaybooks {

    private static final java.util.regex.Pattern STEP =
            java.util.regex.Pattern.compile(
                    "([A-Za-z]+)\\s+([0-9]{1,9})\\s+([A-Za-z]+)\\s+(\\S.*)");

    private TypedPlaybooks() {}

    /** What is no step goes on as a stage, for the API to say that there is no such one. */
    static Map<String, Object> of(MultiValueMap<String, String> typed) {
        Map<String, Object> playbooks = new LinkedHashMap<>();
        for (var pattern : Pattern.values()) {
            var said = typed.getFirst("b." + pattern);
            if (said != null && !said.isBlank()) {
                playbooks.put(pattern.name(), stages(said));
            }
        }
        return playbooks;
    }

    private static Map<String, List<Object>> stages(String said) {
        Map<String, List<Object>> stages = new LinkedHashMap<>();
        for (var line : said.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var step = STEP.matcher(line);
            if (step.matches()) {
                stages.computeIfAbsent(upper(step.group(1)), _ -> new ArrayList<>())
                        .add(
                                Map.of(
                                        "title", step.group(4),
                                        "side", upper(step.group(3)),
                                        "afterDays", Integer.valueOf(step.group(2))));
            } else {
                stages.put(line, List.of());
            }
        }
        return stages;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Those of a program as lines of its form, by pattern. */
    static Map<String, String> lines(ApiObject program) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (var pattern : Pattern.values()) {
            var stages = program.at("playbooks").fields(pattern.name());
            lines.put(
                    pattern.name(),
                    stages.keySet().stream()
                            .flatMap(
                                    stage ->
                                            program
                                                    .at("playbooks")
                                                    .at(pattern.name())
                                                    .each(stage)
                                                    .stream()
                                                    .map(step -> line(stage, step)))
                            .collect(Collectors.joining("\n")));
        }
        return lines;
    }

    private static String line(String stage, ApiObject step) {
        return "%s %s %s %s"
                .formatted(stage, step.text("afterDays"), step.text("side"), step.text("title"));
    }
}
