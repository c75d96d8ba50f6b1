package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent;
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

    /** Ended; it may be revived, and its obligations may still end. */
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
        return StateEvolution.evolve(this, event);
    }
}
