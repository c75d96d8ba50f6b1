package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins the record of a partnership, as a prospect. */
public record RegisterPartnership(
        String partnershipId,
        String name,
        String partnerName,
        PartnerType partnerType,
        @Nullable String partnerWebsite,
        @Nullable Pattern pattern,
        @Nullable String segment,
        @Nullable Owner owner,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    /** By a handler that begins a stream. */
    @Override
    public Class<?> handledAs() {
        return RegisterPartnership.class;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        if (state instanceof Registered) {
            return Decision.nothingNew();
        }
        var at = context.effectiveTime(this);
        var events = new ArrayList<PartnershipEvent>();
        events.add(
                new PartnershipRegistered(
                        partnershipId,
                        name,
                        partnerName,
                        partnerType.name(),
                        partnerWebsite,
                        segment,
                        null,
                        at));
        if (pattern != null) {
            events.add(new PatternChosen(pattern.name(), at));
        }
        if (owner != null) {
            events.add(
                    new SeatFilled(
                            Seat.RELATIONSHIP.name(),
                            owner.name(),
                            owner.id(),
                            Side.OURS.name(),
                            at));
        }
        return new Decision.Happened(List.copyOf(events));
    }
}
