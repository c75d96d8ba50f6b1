package dev.headway.projections.console.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Lengths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** A program as its form has it, in days, turned into what the API takes. */
final class TypedProgram {

    /** What running pilots may be limited by. */
    static final List<String> LIMITED = List.of("perPattern", "perSegment", "perOwner");

    private static final java.util.regex.Pattern LIMIT =
            java.util.regex.Pattern.compile("(.+?)[ \\t]*[: \\t][ \\t]*([0-9]{1,9})");

    private TypedProgram() {}

    static Map<String, Object> body(MultiValueMap<String, String> typed, List<String> rules) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("thresholds", thresholds(typed, rules));
        body.put("disqualifiers", disqualifiers(typed));
        body.put("patterns", patterns(typed));
        var criteria = criteria(typed);
        if (!criteria.isEmpty()) {
            body.put("criteria", criteria);
        }
        var limits = limits(typed);
        if (!limits.isEmpty()) {
            body.put("limits", Map.of("pilots", limits));
        }
        var playbooks = TypedPlaybooks.of(typed);
        if (!playbooks.isEmpty()) {
            body.put("playbooks", playbooks);
        }
        var why = one(typed, "why");
        if (!why.isBlank()) {
            body.put("why", why);
        }
        var reason = one(typed, "reason");
        if (!reason.isBlank()) {
            body.put("reason", reason);
        }
        return body;
    }

    private static Map<String, Object> thresholds(
            MultiValueMap<String, String> typed, List<String> rules) {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        for (var rule : rules) {
            Map<String, String> byStage = new LinkedHashMap<>();
            for (var stage : Stage.values()) {
                var said = one(typed, "t." + rule + "." + stage);
                if (!said.isBlank()) {
                    byStage.put(stage.name(), Lengths.written(said));
                }
            }
            var everywhere = one(typed, "t." + rule);
            if (!byStage.isEmpty()) {
                thresholds.put(rule, byStage);
            } else if (!everywhere.isBlank()) {
                thresholds.put(rule, Lengths.written(everywhere));
            }
        }
        return thresholds;
    }

    private static List<Map<String, String>> disqualifiers(MultiValueMap<String, String> typed) {
        var ids = typed.getOrDefault("d.id", List.of());
        var statements = typed.getOrDefault("d.statement", List.of());
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < Math.min(ids.size(), statements.size()); i++) {
            if (!ids.get(i).isBlank() || !statements.get(i).isBlank()) {
                all.add(Map.of("id", ids.get(i), "statement", statements.get(i)));
            }
        }
        return all;
    }

    private static Map<String, Object> patterns(MultiValueMap<String, String> typed) {
        Map<String, Object> patterns = new LinkedHashMap<>();
        for (var pattern : Pattern.values()) {
            if (typed.containsKey("p." + pattern)) {
                Map<String, Object> template = new LinkedHashMap<>();
                template.put(
                        "requires", typed.getOrDefault("p." + pattern + ".requires", List.of()));
                var rhythm = one(typed, "p." + pattern + ".rhythmDays");
                if (rhythm.matches("[0-9]{1,3}")) {
                    template.put("rhythmDays", Integer.valueOf(rhythm));
                }
                patterns.put(pattern.name(), template);
            }
        }
        return patterns;
    }

    /** What was left empty is none; what is no word goes on, for the API to say so. */
    private static List<Map<String, Object>> criteria(MultiValueMap<String, String> typed) {
        var ids = typed.getOrDefault("c.id", List.of());
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            var statement = nth(typed, "c.statement", i);
            if (!ids.get(i).isBlank() || !statement.isBlank()) {
                Map<String, Object> criterion = new LinkedHashMap<>();
                criterion.put("id", ids.get(i));
                criterion.put("gate", nth(typed, "c.gate", i));
                criterion.put("statement", statement);
                criterion.put("patterns", patterns(nth(typed, "c.patterns", i)));
                criterion.put("attestedBy", nth(typed, "c.attestedBy", i));
                var days = nth(typed, "c.validDays", i);
                if (!days.isBlank()) {
                    criterion.put(
                            "validDays", days.matches("[0-9]{1,9}") ? Integer.valueOf(days) : days);
                }
                all.add(criterion);
            }
        }
        return all;
    }

    private static List<String> patterns(String said) {
        return Stream.of(said.split("[,\\s]+")).filter(each -> !each.isEmpty()).toList();
    }

    private static String nth(MultiValueMap<String, String> typed, String name, int at) {
        var values = typed.getOrDefault(name, List.of());
        return at < values.size() ? values.get(at).strip() : "";
    }

    /** A number alone is one for each; a line of the form "RESELL 3" is one for that. */
    private static Map<String, Object> limits(MultiValueMap<String, String> typed) {
        Map<String, Object> limits = new LinkedHashMap<>();
        for (var per : LIMITED) {
            var said = one(typed, "l." + per);
            if (!said.isBlank()) {
                limits.put(per, said.matches("[0-9]{1,9}") ? Integer.valueOf(said) : named(said));
            }
        }
        return limits;
    }

    /** What is no number goes on as it was typed, for the API to say so. */
    private static Map<String, Object> named(String said) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (var line : said.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var entry = LIMIT.matcher(line);
            if (entry.matches()) {
                named.put(entry.group(1), Integer.valueOf(entry.group(2)));
            } else {
                named.put(line, "");
            }
        }
        return named;
    }

    /** The limits of a program as lines of its form. */
    static String lines(ApiObject limit) {
        return limit.node().isObject()
                ? limit.node().properties().stream()
                        .map(each -> each.getKey() + " " + each.getValue().asString(""))
                        .collect(Collectors.joining("\n"))
                : limit.node().asString("");
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
