package dev.headway.projections.console.layout;

import dev.headway.projections.console.api.ApiObject;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * After how many days without motion the program in force calls something fading, or a ghost town.
 */
public record GhostThresholds(ApiObject program) {

    private static final long GHOST = 60;
    private static final long FADING = 45;

    public long ghost(String stage) {
        return days("ghost-town", stage, GHOST);
    }

    public long fading(String stage) {
        return days("fading", stage, FADING);
    }

    private long days(String rule, String stage, long otherwise) {
        var all = program.at("thresholds");
        var byStage = all.at(rule).text(stage);
        var said = byStage.isEmpty() ? all.text(rule) : byStage;
        try {
            return said.isEmpty() ? otherwise : Math.max(1, Duration.parse(said).toDays());
        } catch (DateTimeParseException _) {
            return otherwise;
        }
    }
}
