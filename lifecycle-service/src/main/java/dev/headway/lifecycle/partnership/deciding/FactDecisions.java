package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.partnership.state.Occurrences.Occurrence;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Sunset;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ways in which facts become events. */
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

    /**
     * What happened at a time that the caller gives: told again, it is the same. Without a time it
     * happened now, and so once more.
     */
    public static Decision unlessTold(
            Registered state,
            PartnershipCommand command,
            Occurrence occurrence,
            PartnershipEvent event) {
        return command.effectiveAt() != null && state.facts().evidence().has(occurrence)
                ? Decision.nothingNew()
                : Decision.happened(event);
    }

    /** A fact that replaces the one before it; saying the same again changes nothing. */
    public static <E extends PartnershipEvent> Decision unlessUnchanged(
            PartnershipState state, E event, String subject, Predicate<E> same) {
        return whileActive(
                state,
                active -> {
                    @SuppressWarnings("unchecked")
                    var kind = (Class<E>) event.getClass();
                    var known = active.facts().evidence().latestEvents().latest(kind, subject);
                    return known.filter(same).isPresent()
                            ? Decision.nothingNew()
                            : Decision.happened(event);
                });
    }
}
