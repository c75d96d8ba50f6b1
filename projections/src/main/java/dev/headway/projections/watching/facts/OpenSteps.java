package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.contracts.Stage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The open steps, and since when a launched partnership has had fewer than three.
 *
 * @param open those not completed or dropped
 * @param unsecuredBy the event that left fewer than three, until three are open again
 */
public record OpenSteps(Deadlines open, @Nullable Anchor unsecuredBy) {

    public static final OpenSteps NONE = new OpenSteps(Deadlines.NONE, null);

    private static final int SECURED = 3;

    public OpenSteps evolve(PartnershipEvent event, Stage stage, Anchor anchor) {
        var left = event instanceof StepEvent step ? after(step, anchor) : open;
        var secured = !stage.isLaunched() || left.count() >= SECURED;
        var since = secured ? null : unsecuredBy == null ? anchor : unsecuredBy;
        return left == open && Objects.equals(since, unsecuredBy)
                ? this
                : new OpenSteps(left, since);
    }

    private Deadlines after(StepEvent event, Anchor anchor) {
        return switch (event) {
            case StepPlanned e -> open.with(e.stepId(), e.title(), anchor.on(e.dueOn()));
            case StepRescheduled e -> open.moved(e.stepId(), anchor.on(e.dueOn()));
            case StepOwnerChanged _ -> open;
            case StepCompleted _, StepDropped _ -> open.without(event.stepId());
        };
    }
}
