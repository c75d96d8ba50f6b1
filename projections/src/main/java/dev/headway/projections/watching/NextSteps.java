package dev.headway.projections.watching;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.Stage;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The open steps, and since when a launched partnership has had fewer than three.
 *
 * @param open ids of the open steps
 * @param unsecuredBy the event that left fewer than three, until three are open again
 */
record NextSteps(Set<String> open, @Nullable Mark unsecuredBy) {

    static final NextSteps NONE = new NextSteps(Set.of(), null);

    private static final int SECURED = 3;

    NextSteps evolve(PartnershipEvent event, Stage stage, Mark mark) {
        var left =
                switch (event) {
                    case StepPlanned planned -> with(planned.stepId());
                    case StepCompleted completed -> without(completed.stepId());
                    case StepDropped dropped -> without(dropped.stepId());
                    case PartnershipRevived _ -> Set.<String>of();
                    case PartnershipEvent _ -> open;
                };
        if (!stage.isLaunched() || left.size() >= SECURED) {
            return new NextSteps(left, null);
        }
        return new NextSteps(left, unsecuredBy == null ? mark : unsecuredBy);
    }

    private Set<String> with(String step) {
        var more = new TreeSet<>(open);
        more.add(step);
        return Collections.unmodifiableSet(more);
    }

    private Set<String> without(String step) {
        var fewer = new TreeSet<>(open);
        fewer.remove(step);
        return Collections.unmodifiableSet(fewer);
    }
}
