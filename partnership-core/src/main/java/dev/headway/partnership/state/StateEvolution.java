package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.partnership.state.PartnershipState.*;

/** How one event changes where a partnership stands and what is known of it. */
final class StateEvolution {

    private StateEvolution() {}

    static PartnershipState evolve(PartnershipState state, PartnershipEvent event) {
        return switch (state) {
            case Unregistered _ ->
                    event instanceof PartnershipRegistered registered
                            ? new Prospect(PartnershipFacts.of(registered), null)
                            : state;
            case Registered registered -> evolved(registered, event);
        };
    }

    private static PartnershipState evolved(Registered state, PartnershipEvent event) {
        var facts = state.facts().evolve(event);
        return switch (event) {
            case StageEntered entered -> entering(state.with(facts), entered);
            case ProspectParked parked -> new Prospect(facts, parked.until());
            case ProspectUnparked _ -> new Prospect(facts, null);
            case DescriptionEvent _, EvidenceEvent _, ObligationEvent _, MotionEvent _ ->
                    state.with(facts);
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ -> state.with(facts);
        };
    }

    /** A partnership is registered only once, whatever the order of what is met. */
    private static Registered entering(Registered state, StageEntered event) {
        var facts = state.facts();
        return switch (event) {
            case PartnershipRegistered _ -> state;
            case PilotStarted _ -> new Pilot(facts);
            case PartnershipLaunched _ -> new Launched(facts);
            case PartnershipScaled _ -> new Scaled(facts);
            case PartnershipSunset _ -> new Sunset(facts);
            case PartnershipSteppedBack back -> steppedBack(back, facts);
            case PartnershipRevived _ -> new Prospect(facts, null);
        };
    }

    private static Registered steppedBack(PartnershipSteppedBack back, PartnershipFacts facts) {
        return switch (back.stage()) {
            case PROSPECT -> new Prospect(facts, null);
            case PILOT -> new Pilot(facts);
            case LAUNCH, SCALED, SUNSET -> new Launched(facts);
        };
    }
}
