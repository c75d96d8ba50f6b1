package dev.headway.projections.questions.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.AccountDisabled;
import dev.headway.contracts.PersonEvent.AccountEnabled;
import dev.headway.contracts.PersonEvent.AccountReset;
import dev.headway.contracts.PersonEvent.MailAddressCorrected;
import dev.headway.contracts.PersonEvent.PasswordSet;
import dev.headway.contracts.PersonEvent.PersonInvited;
import dev.headway.contracts.PersonEvent.PersonRecognized;
import dev.headway.contracts.PersonEvent.RolesAssigned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a person of the directory stands, as their events add up. */
class DirectoryEntryTest {

    private static final Instant AT = Instant.parse("2026-05-04T08:00:00Z");
    private static final String ADA = "p-ada";

    private static final PersonEvent INVITED =
            new PersonInvited(
                    ADA, "headway", "s-1", "Ada", "a@n.example", List.of("VIEWER"), AT, AT);
    private static final PersonEvent RECOGNIZED =
            new PersonRecognized(
                    ADA, "https://id.example", "00u", "Ada", null, null, List.of("VIEWER"), AT);
    private static final PersonEvent CHOSEN = new PasswordSet(ADA, AT);
    private static final PersonEvent DISABLED = new AccountDisabled(ADA, null, AT);
    private static final PersonEvent ENABLED = new AccountEnabled(ADA, AT);
    private static final PersonEvent RESET = new AccountReset(ADA, AT, AT);

    @Test
    void whoever_was_invited_is_so_until_they_choose_a_password() {
        assertThat(status(INVITED)).isEqualTo("INVITED");
        assertThat(status(INVITED, CHOSEN)).isEqualTo("ACTIVE");
        assertThat(status(INVITED, CHOSEN, RESET)).isEqualTo("INVITED");
        assertThat(status(INVITED, CHOSEN, RESET, CHOSEN)).isEqualTo("ACTIVE");
    }

    @Test
    void whoever_is_enabled_again_is_what_they_were() {
        assertThat(status(INVITED, DISABLED)).isEqualTo("DISABLED");
        assertThat(status(INVITED, DISABLED, ENABLED)).isEqualTo("INVITED");
        assertThat(status(INVITED, CHOSEN, DISABLED, ENABLED)).isEqualTo("ACTIVE");
        assertThat(status(RECOGNIZED, DISABLED, ENABLED)).isEqualTo("ACTIVE");
    }

    @Test
    void what_a_token_or_an_admin_says_of_them_lets_nobody_in() {
        var roles = new RolesAssigned(ADA, List.of("ADMIN"), AT);

        assertThat(status(RECOGNIZED, DISABLED, RECOGNIZED)).isEqualTo("DISABLED");
        assertThat(status(INVITED, DISABLED, roles)).isEqualTo("DISABLED");
        assertThat(status(INVITED, roles)).isEqualTo("INVITED");
        assertThat(entry(INVITED, roles).roles()).containsExactly("ADMIN");
    }

    @Test
    void whoever_was_invited_under_a_misspelt_address_has_another_and_is_still_invited() {
        var corrected = new MailAddressCorrected(ADA, "ada@n.example", AT, AT);

        assertThat(entry(INVITED, corrected).email()).isEqualTo("ada@n.example");
        assertThat(status(INVITED, corrected)).isEqualTo("INVITED");
    }

    private static String status(PersonEvent... events) {
        return entry(events).status();
    }

    private static DirectoryEntry entry(PersonEvent... events) {
        @Nullable DirectoryEntry entry = null;
        for (int i = 0; i < events.length; i++) {
            entry = DirectoryEntry.evolve(entry, events[i], i);
        }
        return Objects.requireNonNull(entry);
    }
}
