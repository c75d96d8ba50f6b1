package dev.headway.projections.console.moves;

import dev.headway.contracts.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The moves that there are, each asked by its own words. */
public record Move(Stage from, Stage to) {

    /** Every stage that a partnership may go to from here; the next one first. */
    public static List<Stage> from(Stage stage) {
        return Arrays.stream(Stage.values())
                .filter(to -> new Move(stage, to).isLegal())
                .sorted(
                        (a, b) ->
                                Boolean.compare(
                                        new Move(stage, b).isForward(),
                                        new Move(stage, a).isForward()))
                .toList();
    }

    static Optional<Stage> stage(String name) {
        return Arrays.stream(Stage.values()).filter(each -> each.name().equals(name)).findFirst();
    }

    public boolean isLegal() {
        return switch (from) {
            case PROSPECT -> to == Stage.PILOT || to == Stage.SUNSET;
            case PILOT -> to == Stage.LAUNCH || to == Stage.PROSPECT || to == Stage.SUNSET;
            case LAUNCH -> to == Stage.SCALED || to == Stage.PILOT || to == Stage.SUNSET;
            case SCALED -> to == Stage.LAUNCH || to == Stage.SUNSET;
            case SUNSET -> to == Stage.PROSPECT;
        };
    }

    /** Through the gate of the next stage. */
    private boolean isForward() {
        return to.ordinal() == from.ordinal() + 1 && to != Stage.SUNSET;
    }

    /** Back, or out of the sunset: without a gate, with a reason. */
    public boolean isBack() {
        return to.ordinal() < from.ordinal();
    }

    public boolean isSunset() {
        return to == Stage.SUNSET;
    }
}
