package dev.headway.lifecycle.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.identity.PersonClaims;
import dev.headway.projections.identity.PersonDirectory;
import dev.headway.projections.people.KnownPeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * Keeps the directory up to date as people call, with a command for each token at most and an event
 * only where something is new. A call is answered even when that cannot be stored now: the next
 * token tries again.
 */
@Component
class RecognizePeople implements PersonDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(RecognizePeople.class);

    /** People remembered at a time; one who is forgotten is asked about again. */
    private static final int MAX_PEOPLE = 10_000;

    private final CommandDispatcher dispatcher;
    private final KnownPeople people;
    private final IdGenerator ids;
    private final Cache<String, PersonClaims> newest =
            Caffeine.newBuilder().maximumSize(MAX_PEOPLE).build();

    /** The dispatcher comes late: what lets requests in is put together before it. */
    RecognizePeople(@Lazy CommandDispatcher dispatcher, @Lazy KnownPeople people, IdGenerator ids) {
        this.dispatcher = dispatcher;
        this.people = people;
        this.ids = ids;
    }

    @Override
    public void recognize(PersonClaims claims) {
        var known = newest.getIfPresent(claims.personId());
        if (known != null && sameButForTime(known, claims)) {
            return;
        }
        try {
            dispatcher.send(
                    new RecognizePerson(claims),
                    RequestContext.headway(ids.generateId().toString()));
            newest.put(claims.personId(), claims);
        } catch (RuntimeException e) {
            LOG.warn("Could not keep who {} is: {}", claims.personId(), e.getMessage());
        }
    }

    @Override
    public Standing standing(String personId) {
        return people.state(personId).standing();
    }

    private static boolean sameButForTime(PersonClaims one, PersonClaims other) {
        return one.equals(
                new PersonClaims(
                        other.personId(),
                        other.issuer(),
                        other.subject(),
                        other.name(),
                        other.username(),
                        other.email(),
                        other.roles(),
                        one.issuedAt()));
    }
}
