package dev.headway.projections.node;

import dev.headway.projections.identity.PersonClaims;
import dev.headway.projections.identity.PersonDirectory;
import dev.headway.projections.people.KnownPeople;

/**
 * How people stand, as the mirror has it: what was said of them elsewhere is known here as soon as
 * it has come by the topic.
 */
final class MirroredDirectory implements PersonDirectory {

    private final KnownPeople people;

    MirroredDirectory(KnownPeople people) {
        this.people = people;
    }

    /** Kept by those who store events, when somebody calls them. */
    @Override
    public void recognize(PersonClaims claims) {}

    @Override
    public Standing standing(String personId) {
        return people.state(personId).standing();
    }
}
