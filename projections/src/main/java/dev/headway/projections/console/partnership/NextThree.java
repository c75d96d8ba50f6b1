package dev.headway.projections.console.partnership;

import dev.headway.contracts.Side;
import dev.headway.contracts.written.DueDay;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether the next three steps are secured, as the gates to LAUNCH and SCALED see it. */
public record NextThree(ApiObject plan, Instant now) {

    /** "2 of 3 secured, 1 overdue"; "3 planned, none of theirs". */
    public String said() {
        var overdue = plan.each("open").size() - ahead().size();
        var late = overdue > 0 ? ", " + overdue + " overdue" : "";
        return sideMissing()
                .filter(_ -> isEnough())
                .map(side -> plan.count("ahead") + " planned, none of " + side + late)
                .orElseGet(
                        () -> plan.count("ahead") + " of " + plan.count("of") + " secured" + late);
    }

    /** "2 are missing, one of theirs among them."; empty where nothing is. */
    public String missing() {
        var side = sideMissing();
        var number = Math.max(plan.count("of") - plan.count("ahead"), side.isPresent() ? 1 : 0);
        if (number == 0) {
            return "";
        }
        if (plan.each("open").isEmpty()) {
            return "Nobody owes a step yet.";
        }
        var said =
                number == 1
                        ? "One" + side.map(each -> " of " + each).orElse("") + " is missing"
                        : number
                                + " are missing"
                                + side.map(each -> ", one of " + each + " among them").orElse("");
        return said + (isOverdue() ? "; what is overdue secures nothing." : ".");
    }

    public boolean isSecured() {
        return missing().isEmpty();
    }

    private boolean isOverdue() {
        return plan.each("open").size() > ahead().size();
    }

    private boolean isEnough() {
        return plan.count("ahead") >= plan.count("of");
    }

    /** Whose step a gate would miss, where only the other side has any. */
    private Optional<String> sideMissing() {
        var ahead = ahead();
        return Arrays.stream(Side.values())
                .filter(side -> ahead.stream().noneMatch(step -> isOf(step, side)))
                .filter(_ -> !ahead.isEmpty())
                .findFirst()
                .map(side -> Words.within(side.name()));
    }

    private static boolean isOf(ApiObject step, Side side) {
        return step.text("side").equals(side.name());
    }

    private List<ApiObject> ahead() {
        return plan.each("open").stream()
                .filter(
                        step ->
                                step.instant("dueOn") instanceof Instant due
                                        && !DueDay.isOver(due, now, ZoneOffset.UTC))
                .toList();
    }
}
