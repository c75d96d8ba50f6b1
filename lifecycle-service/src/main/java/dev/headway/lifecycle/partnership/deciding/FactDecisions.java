package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.lifecycle.partnership.gates.MoveDecisions;
import dev.headway.lifecycle.partnership.state.Obligations;
import dev.headway.lifecycle.partnership.state.PartnershipState;
import dev.headway.lifecycle.partnership.state.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.state.PartnershipState.Sunset;
import dev.headway.lifecycle.partnership.state.PartnershipState.Unregistered;
import dev.headway.lifecycle.partnership.state.Steps.Step;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The ways in which facts become events; moves have {@link MoveDecisions}. */
public final class FactDecisions {

    private FactDecisions() {}

    /** A fact may be recorded in any active stage. */
    public static Decision whileActive(
            PartnershipState state, Function<Registered, Decision> decide) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Sunset _ ->
                    new Decision.Illegal("The partnership is in SUNSET; revive it to go on");
            case Registered active -> decide.apply(active);
        };
    }

    /** A fact that replaces the one before it; saying the same again changes nothing. */
    public static <E extends PartnershipEvent> Decision replacing(
            PartnershipState state, E event, String subject, Predicate<E> same) {
        return whileActive(
                state,
                active -> {
                    @SuppressWarnings("unchecked")
                    var kind = (Class<E>) event.getClass();
                    var known = active.facts().evidence().grounds().latest(kind, subject);
                    return known.filter(same).isPresent()
                            ? Decision.nothingNew()
                            : Decision.happened(event);
                });
    }

    /** Something owed is settled once, in any stage; saying the same again changes nothing. */
    public static Decision settling(
            PartnershipState state,
            String obligationId,
            Obligations.Status as,
            Supplier<PartnershipEvent> settled) {
        if (!(state instanceof Registered registered)) {
            return new Decision.Missing("partnership");
        }
        var owed = registered.facts().obligations().find(obligationId);
        if (owed.isEmpty()) {
            return new Decision.Missing("obligation");
        }
        if (owed.get().status() == as) {
            return Decision.nothingNew();
        }
        return owed.get().isOpen()
                ? Decision.happened(settled.get())
                : new Decision.Illegal("The obligation is " + owed.get().status());
    }

    /** A step is changed while it is open; saying the same again changes nothing. */
    public static Decision onStep(
            PartnershipState state,
            String stepId,
            Predicate<Step> again,
            Supplier<PartnershipEvent> changed) {
        return whileActive(
                state,
                active -> {
                    var step = active.facts().evidence().steps().find(stepId);
                    if (step.isEmpty()) {
                        return new Decision.Missing("step");
                    }
                    if (again.test(step.get())) {
                        return Decision.nothingNew();
                    }
                    return step.get().isOpen()
                            ? Decision.happened(changed.get())
                            : new Decision.Illegal("The step is " + step.get().status());
                });
    }
}
