package dev.headway.projections.console.partnership;

import dev.headway.contracts.written.DueDay;
import dev.headway.projections.console.api.ApiObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Whether the next three steps are secured, as the gates to LAUNCH and SCALED see it. */
public record NextThree(ApiObject plan, Instant now) {

    /** "2 of 3 secured, 1 overdue". */
    public String said() {
        var steps = plan.count("ahead") + " of " + plan.count("of") + " secured";
        if (isEnough() && !areOnBothSides()) {
            return steps + ", all on one side";
        }
        var overdue = plan.each("open").size() - ahead().size();
        return overdue > 0 ? steps + ", " + overdue + " overdue" : steps;
    }

    public boolean isSecured() {
        return isEnough() && areOnBothSides();
    }

    private boolean isEnough() {
        return plan.count("ahead") >= plan.count("of");
    }

    private boolean areOnBothSides() {
        return ahead().stream().map(step -> step.text("side")).distinct().count() > 1;
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
