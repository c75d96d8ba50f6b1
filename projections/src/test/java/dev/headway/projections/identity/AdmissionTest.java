package dev.headway.projections.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.Role;
import dev.headway.projections.identity.PersonDirectory.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Who gets in, with a token that was issued at some time. */
class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final Map<String, Standing> standings = new HashMap<>();
    private int asked;

    private final Admission admission =
            new Admission(
                    new PersonDirectory() {
                        @Override
                        public void recognize(PersonClaims claims) {}

                        @Override
                        public Standing standing(String personId) {
                            asked++;
                            var known = standings.get(personId);
                            if (known == null) {
                                throw new IllegalStateException("The store is away");
                            }
                            return known;
                        }
                    });

    @Test
    void somebody_disabled_does_not_get_in_with_whatever_is_issued_afterwards() {
        standings.put("mia", new Standing(null, true, Instant.MIN, List.of(), false));

        assertThatThrownBy(() -> admission.admit("mia", NOW.plusSeconds(60)))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void what_was_issued_before_signing_out_is_good_no_more() {
        standings.put("mia", new Standing(null, false, NOW, List.of(), true));

        assertThatThrownBy(() -> admission.admit("mia", NOW.minusSeconds(1)))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThat(admission.admit("mia", NOW).disabled()).isFalse();
    }

    @Test
    void a_token_allows_what_an_account_allows_now_and_what_an_issuer_said() {
        var account = new Standing(null, false, Instant.MIN, List.of(Role.VIEWER), true);
        var elsewhere = new Standing(null, false, Instant.MIN, List.of(Role.VIEWER), false);
        var given = List.of(Role.VIEWER, Role.ADMIN);

        assertThat(account.allowed(given)).containsExactly(Role.VIEWER);
        assertThat(elsewhere.allowed(given)).isEqualTo(given);
    }

    @Test
    void a_store_that_is_away_is_asked_once_and_not_by_every_call() {
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> admission.admit("nobody-yet", NOW))
                    .isInstanceOf(Admission.StandingUnknownException.class);
        }

        assertThat(asked).isEqualTo(1);
    }
}
