package dev.headway.projections.watching.rules;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import java.util.List;
import java.util.stream.Stream;

/**
 * After how many seconds a rule is due in a stage, for a pattern: a policy as rows, for SQL over
 * all watches.
 */
public record DueAfter(String rule, String stage, String pattern, double seconds) {

    /** One for every rule that is watched, in every stage, for every pattern and for none. */
    public static List<DueAfter> underPolicy(DueDates dates) {
        var patterns =
                Stream.concat(Stream.of(""), Stream.of(Pattern.values()).map(Pattern::name))
                        .toList();
        return Rules.ALL.stream()
                .flatMap(
                        rule ->
                                Stream.of(Stage.values())
                                        .flatMap(
                                                stage ->
                                                        patterns.stream()
                                                                .map(
                                                                        pattern ->
                                                                                of(
                                                                                        rule, stage,
                                                                                        pattern,
                                                                                        dates))))
                .toList();
    }

    private static DueAfter of(Rule rule, Stage stage, String pattern, DueDates dates) {
        var after = dates.after(rule, stage, pattern);
        return new DueAfter(
                rule.id(), stage.name(), pattern, after.getSeconds() + after.getNano() / 1e9);
    }
}
