package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Who somebody is this instant, as the event store has it; for commands that name people. */
@Component
public class KnownPeople {

    private final EventStore events;

    KnownPeople(EventStore events) {
        this.events = events;
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
        return events.readEvents(Person.stream(personId))
                .asStream()
                .map(message -> (PersonEvent) message.getPayload())
                .reduce(PersonState.UNKNOWN, PersonState::evolve, (_, later) -> later);
    }
}
