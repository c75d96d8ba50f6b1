package dev.headway.projections.console.partnership;

import dev.headway.contracts.written.DueDay;
import dev.headway.projections.console.api.ApiObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;

/** The next three steps as they stood, which the API tells among all steps of then. */
final class PastPlan {

    private static final int THREE = 3;

    private PastPlan() {}

    /** In the shape of the question for the next three steps of now. */
    static ApiObject of(ApiObject known, Instant at, ZoneId zone) {
        var open =
                known.each("steps").stream()
                        .filter(step -> step.text("status").equals("OPEN"))
                        .sorted(Comparator.comparing(PastPlan::due))
                        .toList();
        var plan = JsonNodeFactory.instance.objectNode();
        plan.put("of", THREE);
        plan.put(
                "ahead", open.stream().filter(step -> !DueDay.isOver(due(step), at, zone)).count());
        var steps = plan.putArray("open");
        open.forEach(step -> steps.add(step.node()));
        return new ApiObject(plan);
    }

    private static Instant due(ApiObject step) {
        return Objects.requireNonNullElse(step.instant("dueOn"), Instant.MAX);
    }
}
