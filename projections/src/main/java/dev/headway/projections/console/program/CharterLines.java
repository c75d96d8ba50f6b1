package dev.headway.projections.console.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.policy.Criteria;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A program as lines of a page, as short as they go. */
final class CharterLines {

    private CharterLines() {}

    /**
     * A line.
     *
     * @param what as "Ghost town"
     * @param says as "60 days"
     */
    public record Line(String what, String says) {}

    /** When each rule is due: everywhere, or stage by stage. */
    static List<Line> thresholds(ApiObject program) {
        List<Line> lines = new ArrayList<>();
        program.fields("thresholds")
                .forEach((rule, said) -> lines.add(new Line(Words.say(rule), lengths(said))));
        return lines;
    }

    private static String lengths(ApiObject said) {
        return said.node().isObject()
                ? said.node().properties().stream()
                        .map(
                                each ->
                                        Words.within(each.getKey())
                                                + " "
                                                + Words.length(each.getValue().asString("")))
                        .collect(Collectors.joining(", "))
                : Words.length(said.node().asString(""));
    }

    static List<Line> criteria(ApiObject program) {
        return program.each("criteria").stream()
                .map(each -> new Line(each.text("id"), ProgramDifferences.criterion(each)))
                .toList();
    }

    /** Those that there are. */
    static List<Line> limits(ApiObject program) {
        var pilots = program.at("limits").at("pilots");
        return TypedProgram.LIMITED.stream()
                .filter(per -> pilots.at(per).isThere())
                .map(
                        per ->
                                new Line(
                                        Words.event(per),
                                        TypedProgram.lines(pilots.at(per)).replace("\n", ", ")))
                .toList();
    }

    /** What each asks for; one without a template asks for everything. */
    static List<Line> patterns(ApiObject program, Pattern... patterns) {
        return Arrays.stream(patterns)
                .map(
                        pattern ->
                                new Line(
                                        Words.say(pattern.name()),
                                        asked(program.at("patterns").at(pattern.name()))))
                .toList();
    }

    /** What is planned, pattern by pattern; those that there are. */
    static List<Line> playbooks(ApiObject program) {
        List<Line> lines = new ArrayList<>();
        for (var pattern : Pattern.values()) {
            var stages = program.at("playbooks").at(pattern.name());
            program.at("playbooks")
                    .fields(pattern.name())
                    .keySet()
                    .forEach(
                            stage ->
                                    lines.add(
                                            new Line(
                                                    Words.say(pattern.name())
                                                            + ", "
                                                            + Words.within(stage),
                                                    stages.each(stage).stream()
                                                            .map(CharterLines::planned)
                                                            .collect(Collectors.joining("; ")))));
        }
        return lines;
    }

    private static String planned(ApiObject step) {
        return "%s (%s, within %s)"
                .formatted(
                        step.text("title"),
                        Words.within(step.text("side")),
                        Words.count(step.count("afterDays"), "day"));
    }

    private static String asked(ApiObject template) {
        var required = template.texts("requires");
        var all = !template.isThere() || required.containsAll(Criteria.ALL);
        var asked =
                all
                        ? everyCriterion(required)
                        : required.isEmpty()
                                ? "nothing"
                                : required.stream()
                                        .map(Words::within)
                                        .collect(Collectors.joining(", "));
        return template.has("rhythmDays")
                ? asked + "; a meeting every " + Words.count(template.count("rhythmDays"), "day")
                : asked;
    }

    /** Those that are asked for only where they are named come beside. */
    private static String everyCriterion(List<String> required) {
        var beside =
                Criteria.WHERE_NAMED.stream()
                        .filter(required::contains)
                        .map(Words::within)
                        .collect(Collectors.joining(", "));
        return beside.isEmpty() ? "every criterion" : "every criterion, " + beside + " as well";
    }
}
