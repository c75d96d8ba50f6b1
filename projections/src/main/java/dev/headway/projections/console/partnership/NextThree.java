package dev.headway.projections.console.partnership;

import dev.headway.contracts.Side;
import dev.headway.contracts.written.DueDay;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether the next three steps are secured, as the gates to LAUNCH and SCALED see it. */
public record NextThree(ApiObject plan, Instant now, ZoneId zone) {

    /** "2 of 3 secured, 1 overdue"; of those that are listed "4 planned, none of theirs". */
    public String said() {
        var overdue = plan.each("open").size() - ahead().size();
        var late = overdue > 0 ? ", " + overdue + " overdue" : "";
        return sideMissing()
                .filter(_ -> isEnough())
                .map(side -> plan.each("open").size() + " planned, " + none(side) + late)
                .orElseGet(
                        () -> plan.count("ahead") + " of " + plan.count("of") + " secured" + late);
    }

    private String none(Side side) {
        var listed = plan.each("open").stream().anyMatch(step -> isOf(step, side));
        return "none of " + Words.within(side.name()) + (listed ? " in time" : "");
    }

    /** "2 are missing, one of theirs among them."; empty where nothing is. */
    public String missing() {
        var side = sideMissing().map(each -> Words.within(each.name()));
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

    /** How often a step was moved to a later day; an earlier one puts nothing off. */
    public long putOff() {
        return plan.each("slips").stream().filter(NextThree::isLater).count();
    }

    private static boolean isLater(ApiObject slip) {
        return slip.instant("from") instanceof Instant from
                && slip.instant("to") instanceof Instant to
                && to.isAfter(from);
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
    private Optional<Side> sideMissing() {
        var ahead = ahead();
        return Arrays.stream(Side.values())
                .filter(side -> ahead.stream().noneMatch(step -> isOf(step, side)))
                .filter(_ -> !ahead.isEmpty())
                .findFirst();
    }

    private static boolean isOf(ApiObject step, Side side) {
        return step.text("side").equals(side.name());
    }

    private List<ApiObject> ahead() {
        return plan.each("open").stream()
                .filter(
                        step ->
                                step.instant("dueOn") instanceof Instant due
                                        && !DueDay.isOver(due, now, zone))
                .toList();
    }
}
