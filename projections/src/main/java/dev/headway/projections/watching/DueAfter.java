package dev.headway.projections.watching;

import dev.headway.contracts.Stage;
import java.util.Arrays;
import java.util.List;

/** After how many seconds a rule is due in a stage: a policy as rows, for SQL over all watches. */
record DueAfter(String rule, String stage, double seconds) {

    /** One for every rule that is watched, in every stage. */
    static List<DueAfter> underPolicy(Thresholds thresholds) {
        return Rule.ALL.stream()
                .flatMap(
                        rule ->
                                Arrays.stream(Stage.values())
                                        .map(stage -> of(rule, stage, thresholds)))
                .toList();
    }

    private static DueAfter of(Rule rule, Stage stage, Thresholds thresholds) {
        var after = thresholds.after(rule.id(), stage);
        return new DueAfter(rule.id(), stage.name(), after.getSeconds() + after.getNano() / 1e9);
    }
}
