package dev.headway.projections.console.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.policy.Criteria;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What of one program is otherwise in another, setting by setting. */
final class ProgramDifferences {

    private static final String NONE = "—";

    private ProgramDifferences() {}

    /**
     * A setting that differs.
     *
     * @param now as it is in force; a dash for nothing
     */
    public record Difference(String what, String now, String then) {}

    static List<Difference> between(ApiObject now, ApiObject then) {
        var before = settings(now);
        var after = settings(then);
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (var name : names) {
            var was = before.getOrDefault(name, NONE);
            var is = after.getOrDefault(name, NONE);
            if (!was.equals(is)) {
                differences.add(new Difference(name, was, is));
            }
        }
        return differences;
    }

    private static Map<String, String> settings(ApiObject program) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (program.has("why")) {
            settings.put("What it is for", program.text("why"));
        }
        program.fields("thresholds").forEach((rule, said) -> threshold(rule, said, settings));
        program.each("disqualifiers")
                .forEach(
                        each ->
                                settings.put(
                                        "Disqualifier " + each.text("id"), each.text("statement")));
        program.each("criteria")
                .forEach(each -> settings.put("Criterion " + each.text("id"), criterion(each)));
        TypedProgram.LIMITED.forEach(
                per -> limit(per, program.at("limits").at("pilots").at(per), settings));
        TypedPlaybooks.lines(program)
                .forEach(
                        (pattern, lines) -> {
                            if (!lines.isEmpty()) {
                                settings.put("Playbook of " + Words.within(pattern), lines);
                            }
                        });
        for (var pattern : Pattern.values()) {
            template(pattern.name(), program.at("patterns").at(pattern.name()), settings);
        }
        return settings;
    }

    /** One for all stages, or one for each that has its own. */
    private static void threshold(String rule, ApiObject said, Map<String, String> settings) {
        if (said.node().isObject()) {
            said.node()
                    .properties()
                    .forEach(
                            each ->
                                    settings.put(
                                            Words.say(rule) + ", " + Words.within(each.getKey()),
                                            Words.length(each.getValue().asString(""))));
        } else {
            settings.put(Words.say(rule), Words.length(said.node().asString("")));
        }
    }

    static String criterion(ApiObject own) {
        var patterns = own.texts("patterns");
        return "%s, before %s, %s, attested by a %s%s"
                .formatted(
                        own.text("statement"),
                        Words.within(own.text("gate")),
                        patterns.isEmpty()
                                ? "of all"
                                : "of "
                                        + patterns.stream()
                                                .map(Words::within)
                                                .collect(Collectors.joining(", ")),
                        Words.within(own.text("attestedBy")),
                        own.has("validDays") ? " for " + own.text("validDays") + " days" : "");
    }

    /** One for each, or one for each that is named. */
    private static void limit(String per, ApiObject said, Map<String, String> settings) {
        var name = "Running pilots " + Words.event(per).toLowerCase(Locale.ROOT);
        if (said.node().isObject()) {
            said.node()
                    .properties()
                    .forEach(
                            each ->
                                    settings.put(
                                            name + ", " + each.getKey(),
                                            "at most " + each.getValue().asString("")));
        } else if (said.isThere()) {
            settings.put(name, "at most " + said.node().asString(""));
        }
    }

    /** A pattern without a template asks for everything. */
    private static void template(String pattern, ApiObject template, Map<String, String> settings) {
        var required = template.isThere() ? template.texts("requires") : List.copyOf(Criteria.ALL);
        for (var criterion : Criteria.OF_TEMPLATES) {
            settings.put(
                    Words.say(pattern) + ": " + Words.within(criterion),
                    required.contains(criterion) ? "asked for" : "not asked for");
        }
        if (template.has("rhythmDays")) {
            settings.put(
                    Words.say(pattern) + ": rhythm",
                    Words.count(template.count("rhythmDays"), "day"));
        }
    }
}
