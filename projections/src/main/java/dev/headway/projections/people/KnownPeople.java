package dev.headway.projections.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.projections.log.EventLog;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who somebody is this instant, as the log has it; for whoever lets them in or names them. */
@Component
public class KnownPeople {

    private final EventLog log;

    public KnownPeople(EventLog log) {
        this.log = log;
    }

    /** The stream of a person's events. */
    public static String stream(String personId) {
        return "person/" + personId;
    }

    /**
     * A person of the directory, and as what they are shown.
     *
     * @param disabled whether they get in no more, and so can be given nothing
     */
    public record KnownPerson(String id, String name, boolean disabled) {}

    public Optional<KnownPerson> find(String personId) {
        var state = state(personId);
        return Optional.ofNullable(state.identity())
                .map(known -> new KnownPerson(personId, known.name(), state.disabled()));
    }

    /** The tokens that somebody made for scripts and did not revoke. */
    public AccessTokens tokensOf(String personId) {
        return state(personId).tokens();
    }

    /** Everything that is known of a person; {@link PersonState#UNKNOWN} of nobody. */
    public PersonState state(String personId) {
        return log.ofStream(stream(personId), Long.MAX_VALUE).stream()
                .map(each -> (PersonEvent) each.event())
                .reduce(PersonState.UNKNOWN, PersonState::evolve, (_, later) -> later);
    }
}
