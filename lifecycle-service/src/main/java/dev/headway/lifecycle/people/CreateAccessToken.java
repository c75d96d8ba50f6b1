package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent.AccessTokenCreated;
import dev.headway.contracts.Role;
import dev.headway.contracts.written.DueDay;
import dev.headway.contracts.written.Personal;
import dev.headway.projections.people.PersonState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Makes a token with which a script calls for somebody: with no role that they do not have, for a
 * year at most.
 *
 * @param personId whoever asks; nobody makes one for somebody else
 * @param expiresOn an instant, or a day, to whose end it is good
 * @param zone where that day ends
 */
public record CreateAccessToken(
        String personId,
        String tokenId,
        @Personal(id = "personId") String name,
        List<Role> roles,
        Instant expiresOn,
        ZoneId zone)
        implements PersonCommand {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** Far more than anybody keeps apart. */
    private static final int MOST = 100;

    @Override
    public Set<Role> permittedTo() {
        return Set.copyOf(Role.OURS);
    }

    @Override
    public PersonDecision decide(PersonState person, Instant now) {
        if (!person.roles().containsAll(roles)) {
            return new PersonDecision.Broken(
                    "/roles", "holds a role that you do not have; yours are " + person.roles());
        }
        if (DueDay.isOver(expiresOn, now, zone)) {
            return new PersonDecision.Broken("/expiresOn", "lies in the past");
        }
        if (expiresOn.isAfter(now.plus(LONGEST))) {
            return new PersonDecision.Broken("/expiresOn", "is more than a year ahead");
        }
        if (person.tokens().find(tokenId).isPresent()) {
            return PersonDecision.nothingNew();
        }
        if (person.tokens().good(now, zone) >= MOST) {
            return new PersonDecision.Broken(
                    "/name", "is one too many; revoke some of the %d".formatted(MOST));
        }
        return PersonDecision.happened(
                new AccessTokenCreated(
                        personId,
                        tokenId,
                        name,
                        roles.stream().sorted().map(Role::name).toList(),
                        expiresOn,
                        now));
    }
}
