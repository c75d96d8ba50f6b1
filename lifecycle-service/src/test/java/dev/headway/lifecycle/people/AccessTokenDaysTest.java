package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PersonEvent.PersonRecognized;
import dev.headway.contracts.Role;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token that is good to a day is good to the end of it, where people work. */
class AccessTokenDaysTest {

    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final Instant DAY = Instant.parse("2026-05-04T00:00:00Z");

    /** Honolulu is ten hours behind, all the year. */
    private static final Instant OVER = Instant.parse("2026-05-05T10:00:00Z");

    @Test
    void it_is_made_as_long_as_its_day_has_not_ended() {
        assertThat(decide(DAY, OVER.minusMillis(1))).isInstanceOf(PersonDecision.Happened.class);
        assertThat(decide(DAY, OVER))
                .isEqualTo(new PersonDecision.Broken("/expiresOn", "lies in the past"));
    }

    @Test
    void an_instant_is_an_instant() {
        var noon = Instant.parse("2026-05-04T12:00:00Z");

        assertThat(decide(noon, noon.minusMillis(1))).isInstanceOf(PersonDecision.Happened.class);
        assertThat(decide(noon, noon)).isInstanceOf(PersonDecision.Broken.class);
    }

    @Test
    void it_ends_with_the_day() {
        var made = ((PersonDecision.Happened) decide(DAY, DAY)).events();
        var token =
                made.stream()
                        .reduce(person(), PersonState::evolve, (_, later) -> later)
                        .tokens()
                        .find("t")
                        .orElseThrow();

        assertThat(token.isExpired(OVER.minusMillis(1), HONOLULU)).isFalse();
        assertThat(token.isExpired(OVER, HONOLULU)).isTrue();
    }

    private static PersonDecision decide(Instant expiresOn, Instant now) {
        return new CreateAccessToken("p", "t", "Report", List.of(Role.VIEWER), expiresOn, HONOLULU)
                .decide(person(), now);
    }

    private static PersonState person() {
        return PersonState.UNKNOWN.evolve(
                new PersonRecognized(
                        "p",
                        "https://login.example",
                        "00u1",
                        "Mia Holm",
                        "mia",
                        null,
                        List.of("VIEWER"),
                        DAY));
    }
}
