package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.PersonRecognized;
import dev.headway.contracts.Role;
import dev.headway.projections.identity.PersonClaims;
import dev.headway.projections.people.PersonState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a token says is kept where it is new, and never by an older token. */
class RecognizePersonTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    @Test
    void whoever_calls_first_is_kept() {
        assertThat(decide(PersonState.UNKNOWN, claims("Mia Holm", NOW)))
                .containsExactly(recognized("Mia Holm", NOW));
    }

    @Test
    void the_same_again_is_no_news() {
        var known = after(recognized("Mia Holm", NOW));

        assertThat(decide(known, claims("Mia Holm", NOW.plusSeconds(60)))).isEmpty();
    }

    @Test
    void another_name_is() {
        var known = after(recognized("Mia Holm", NOW));
        var later = NOW.plusSeconds(60);

        assertThat(decide(known, claims("Mia Berg", later)))
                .containsExactly(recognized("Mia Berg", later));
    }

    @Test
    void a_token_of_before_says_nothing() {
        var known = after(recognized("Mia Holm", NOW), recognized("Mia Berg", NOW.plusSeconds(60)));

        assertThat(decide(known, claims("Mia Holm", NOW))).isEmpty();
    }

    private static List<PersonEvent> decide(PersonState person, PersonClaims claims) {
        var decision = new RecognizePerson(claims).decide(person, NOW.plus(Duration.ofHours(1)));
        return ((PersonDecision.Happened) decision).events();
    }

    private static PersonState after(PersonEvent... events) {
        return Stream.of(events)
                .reduce(PersonState.UNKNOWN, PersonState::evolve, (_, later) -> later);
    }

    private static PersonClaims claims(String name, Instant issuedAt) {
        return new PersonClaims(
                "p-1",
                "https://login.example",
                "00u1",
                name,
                "mia",
                null,
                List.of(Role.MANAGER),
                issuedAt);
    }

    private static PersonRecognized recognized(String name, Instant at) {
        return new PersonRecognized(
                "p-1", "https://login.example", "00u1", name, "mia", null, List.of("MANAGER"), at);
    }
}
