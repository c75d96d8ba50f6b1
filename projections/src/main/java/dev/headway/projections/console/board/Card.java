package dev.headway.projections.console.board;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.GhostThresholds;
import dev.headway.projections.console.layout.Tide;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partnership on the board.
 *
 * @param state {@code moving fading ghost}, or the stage where no ghost clock runs
 * @param tide null where no ghost clock runs
 */
public record Card(ApiObject of, String state, @Nullable Tide tide) {

    private static final Set<String> WITH_CLOCK = Set.of("PILOT", "LAUNCH", "SCALED");

    private static final int THREE = 3;

    static Card of(ApiObject item, GhostThresholds thresholds) {
        var stage = item.text("stage");
        if (!WITH_CLOCK.contains(stage) || !item.has("quietDays")) {
            return new Card(item, stage.equals("SUNSET") ? "sunset" : "prospect", null);
        }
        var tide =
                new Tide(
                        item.count("quietDays"), thresholds.fading(stage), thresholds.ghost(stage));
        return new Card(item, tide.state(item.flag("ghostTown")), tide);
    }

    public String id() {
        return of.text("id");
    }

    public int vacant() {
        return of.each("seatsVacant").size();
    }

    /** How much of what is shown of the past was recorded only afterwards. */
    public int recordedLater() {
        return of.count("factsRecordedLater");
    }

    public int steps() {
        return of.count("stepsSecured");
    }

    /** Whether a gate would not take its three open steps for secured: overdue, or of one side. */
    public boolean isUnsecured() {
        return steps() == THREE
                && of.at("criteriaHeld").texts("unmet").contains("next-three-steps");
    }

    /** One sentence on why it stands still; empty where the API tells none. */
    public String standsStill() {
        return of.at("standsStill").text("sentence");
    }
}
