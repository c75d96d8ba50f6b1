package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.StepCommand;
import dev.headway.lifecycle.partnership.steps.Playbook.Entry;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plans steps that the playbook of its pattern has for its stage, as ordinary steps; what is
 * planned by then stays as it is.
 */
public record FollowPlaybook(
        String partnershipId, List<Chosen> steps, @Nullable Instant effectiveAt)
        implements StepCommand {

    /**
     * A step of the playbook, and who does it.
     *
     * @param dueOn null for the day that the playbook proposes
     */
    public record Chosen(String stepId, String title, Owner owner, @Nullable Instant dueOn) {}

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(state, active -> planned(active, context));
    }

    private Decision planned(Registered active, DecisionContext context) {
        var playbook = Playbook.of(active, context.policy(), context.now(), context.zone());
        var events = new ArrayList<PartnershipEvent>();
        var titles = new HashSet<String>();
        for (var place = 0; place < steps.size(); place++) {
            var chosen = steps.get(place);
            var entry = playbook.find(chosen.title());
            if (entry.isEmpty()) {
                return new Decision.Broken(
                        "/steps/" + place + "/title",
                        "is not in the playbook of its pattern for its stage");
            }
            if (!entry.get().wasPlanned() && titles.add(entry.get().title())) {
                events.add(planned(chosen, entry.get(), playbook.stage(), context));
            }
        }
        return new Decision.Happened(List.copyOf(events));
    }

    private StepPlanned planned(Chosen chosen, Entry entry, String stage, DecisionContext context) {
        return new StepPlanned(
                chosen.stepId(),
                entry.title(),
                chosen.owner().name(),
                chosen.owner().id(),
                entry.side(),
                Objects.requireNonNullElse(chosen.dueOn(), entry.dueOn()),
                stage,
                context.effectiveTime(this));
    }
}
