package dev.headway.projections.questions;

import dev.headway.contracts.DefaultThresholds;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * After how long each rule is due, by the policy in force; what it leaves open is as by default.
 *
 * @param inForce the thresholds of the policy, in no order
 */
public record Thresholds(List<Threshold> inForce) {

    /** Out of the box, before anybody changed the program. */
    public static final Thresholds DEFAULT = new Thresholds(List.of());

    /** A century: longer is for ever, and dates stay within what can be stored. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /**
     * @param rule stable id, as {@code ghost-town}
     * @param stage the partnership's stage; its own threshold wins over the rule's general one
     * @throws IllegalArgumentException if there is no such rule
     */
    public Duration after(String rule, Stage stage) {
        var after =
                written(inForce, rule, stage.name())
                        .or(() -> written(inForce, rule, null))
                        .or(() -> written(DefaultThresholds.ALL, rule, null))
                        .map(Duration::parse)
                        .orElseThrow(() -> new IllegalArgumentException("No rule " + rule));
        return after.compareTo(LONGEST) > 0 ? LONGEST : after;
    }

    private static Optional<String> written(
            List<Threshold> thresholds, String rule, @Nullable String stage) {
        return thresholds.stream()
                .filter(each -> each.rule().equals(rule))
                .filter(each -> Objects.equals(each.stage(), stage))
                .map(Threshold::after)
                .findFirst();
    }
}
