package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partnership's events add up to: one type per stage, around the {@link PartnershipFacts}
 * that are known in all of them. Pure; evolve never throws, whatever the order of what it meets.
 */
public sealed interface PartnershipState {

    /** Before the first event. */
    record Unregistered() implements PartnershipState {}

    /** Known and being looked at; parked until a date when the time is not right. */
    record Prospect(PartnershipFacts facts, @Nullable Instant parkedUntil) implements Registered {
        @Override
        public Stage stage() {
            return Stage.PROSPECT;
        }

        @Override
        public Registered with(PartnershipFacts facts) {
            return new Prospect(facts, parkedUntil);
        }
    }

    /** Proving a narrow, winnable use case. */
    record Pilot(PartnershipFacts facts) implements Registered {
        @Override
        public Stage stage() {
            return Stage.PILOT;
        }

        @Override
        public Registered with(PartnershipFacts facts) {
            return new Pilot(facts);
        }
    }

    /** In front of customers, with the ghost clock running. */
    record Launched(PartnershipFacts facts) implements Registered {
        @Override
        public Stage stage() {
            return Stage.LAUNCH;
        }

        @Override
        public Registered with(PartnershipFacts facts) {
            return new Launched(facts);
        }
    }

    /** A repeatable motion with proved leverage. */
    record Scaled(PartnershipFacts facts) implements Registered {
        @Override
        public Stage stage() {
            return Stage.SCALED;
        }

        @Override
        public Registered with(PartnershipFacts facts) {
            return new Scaled(facts);
        }
    }

    /** Ended; it may be revived, and its obligations may still be settled. */
    record Sunset(PartnershipFacts facts) implements Registered {
        @Override
        public Stage stage() {
            return Stage.SUNSET;
        }

        @Override
        public Registered with(PartnershipFacts facts) {
            return new Sunset(facts);
        }
    }

    /** Every stage has facts. */
    sealed interface Registered extends PartnershipState
            permits Prospect, Pilot, Launched, Scaled, Sunset {

        PartnershipFacts facts();

        Stage stage();

        Registered with(PartnershipFacts facts);
    }

    /** The state after {@code event}. */
    default PartnershipState evolve(PartnershipEvent event) {
        return switch (this) {
            case Unregistered _ ->
                    event instanceof PartnershipRegistered registered
                            ? new Prospect(PartnershipFacts.of(registered), null)
                            : this;
            case Registered registered -> evolve(registered, event);
        };
    }

    private static PartnershipState evolve(Registered state, PartnershipEvent event) {
        var facts = state.facts().evolve(event);
        return switch (event) {
            case StageEntered entered -> entering(state.with(facts), entered);
            case ProspectParked parked -> new Prospect(facts, parked.until());
            case ProspectUnparked _ -> new Prospect(facts, null);
            case DescriptionEvent _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    MotionEvent _,
                    MoveRefused _ ->
                    state.with(facts);
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
            case PartnershipSteppedBack back ->
                    back.to().equals(Stage.PILOT.name()) ? new Pilot(facts) : new Launched(facts);
            case PartnershipRevived _ -> new Prospect(facts, null);
        };
    }
}
