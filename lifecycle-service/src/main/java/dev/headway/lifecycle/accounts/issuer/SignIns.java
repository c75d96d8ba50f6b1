package dev.headway.lifecycle.accounts.issuer;

import dev.headway.projections.home.Secret;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.people.PersonState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sign-ins at applications, each with a code and a family of refresh tokens. */
@Component
class SignIns {

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    /** However often it is refreshed. */
    private static final Duration LIFE = Duration.ofDays(90);

    private final SignInTable table;
    private final KnownPeople people;
    private final SecretGenerator secrets;
    private final Clock clock;

    SignIns(SignInTable table, KnownPeople people, SecretGenerator secrets, Clock clock) {
        this.table = table;
        this.people = people;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A code for a sign-in that has just been shown. */
    Secret begin(AuthorizationQuery query, String personId, Instant signedInAt) {
        var code = secrets.generate();
        table.insert(query, personId, signedInAt, code.hash(), clock.instant().plus(CODE_LIFE));
        return code;
    }

    /**
     * Whether what somebody got by signing in at that time is still good: not once they, or an
     * administrator, ended it.
     */
    boolean isGood(String personId, Instant signedInAt) {
        return good(personId, signedInAt).isPresent();
    }

    /** Who they are, while it is good. */
    Optional<PersonState> good(String personId, Instant signedInAt) {
        var person = people.state(personId);
        return person.account().isOpen()
                        && signedInAt.isAfter(person.signedOutAt())
                        && clock.instant().isBefore(signedInAt.plus(LIFE))
                ? Optional.of(person)
                : Optional.empty();
    }
}
