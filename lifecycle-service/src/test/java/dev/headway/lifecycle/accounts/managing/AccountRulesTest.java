package dev.headway.lifecycle.accounts.managing;

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
import dev.headway.contracts.PersonEvent.SignedOutEverywhere;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.accounts.secrets.AccountTable.AccountKey;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonDecision;
import dev.headway.projections.people.PersonState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may become of an account, and what not. */
class AccountRulesTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(600);
    private static final String ADA = "p-ada";

    private static final PersonState INVITED = after(invited("ADMIN"));
    private static final PersonState ADMIN = after(invited("ADMIN"), new PasswordSet(ADA, BEFORE));
    private static final PersonState ELSEWHERE =
            after(
                    new PersonRecognized(
                            ADA,
                            "https://id.example",
                            "00u-1",
                            "Ada",
                            null,
                            null,
                            List.of("ADMIN"),
                            BEFORE));
    private static final PersonState DISABLED =
            after(
                    invited("ADMIN"),
                    new PasswordSet(ADA, BEFORE),
                    new AccountDisabled(ADA, null, BEFORE));

    @Test
    void whoever_is_unknown_can_be_invited() {
        var invite =
                new InvitePerson(
                        new AccountKey(ADA, "s-1"),
                        "Ada",
                        "ada@example.com",
                        List.of(Role.ADMIN),
                        NOW);

        assertThat(happens(invite, PersonState.UNKNOWN)).hasOnlyElementsOfType(PersonInvited.class);
        assertThat(refused(invite, INVITED)).contains("mail address");
    }

    @Test
    void the_last_administrator_keeps_the_role() {
        var alone = new AssignRoles(ADA, List.of(Role.VIEWER), false);

        assertThat(refused(alone, ADMIN)).contains("Nobody else");
        assertThat(happens(new AssignRoles(ADA, List.of(Role.VIEWER), true), ADMIN))
                .containsExactly(new RolesAssigned(ADA, List.of("VIEWER"), NOW));
        assertThat(happens(alone, INVITED)).as("nobody, as long as they cannot sign in").hasSize(1);
    }

    @Test
    void roles_are_kept_in_order_and_once() {
        var roles = List.of(Role.ADMIN, Role.VIEWER, Role.ADMIN);

        assertThat(happens(new AssignRoles(ADA, roles, true), ADMIN))
                .containsExactly(new RolesAssigned(ADA, List.of("VIEWER", "ADMIN"), NOW));
        assertThat(happens(new AssignRoles(ADA, List.of(Role.ADMIN), true), ADMIN)).isEmpty();
    }

    @Test
    void the_last_administrator_is_not_disabled() {
        assertThat(refused(new DisableAccount(ADA, null, false, false), ADMIN))
                .contains("Nobody else");
        assertThat(happens(new DisableAccount(ADA, "Left", true, false), ADMIN))
                .containsExactly(new AccountDisabled(ADA, "Left", NOW));
        assertThat(happens(new DisableAccount(ADA, "Left", false, false), DISABLED)).isEmpty();
    }

    @Test
    void a_disabled_account_is_enabled_and_what_was_issued_stays_dead() {
        assertThat(happens(new EnableAccount(ADA), DISABLED))
                .containsExactly(new AccountEnabled(ADA, NOW));
        assertThat(happens(new EnableAccount(ADA), ADMIN)).isEmpty();
        assertThat(DISABLED.evolve(new AccountEnabled(ADA, NOW)))
                .satisfies(
                        enabled -> {
                            assertThat(enabled.administers()).isTrue();
                            assertThat(enabled.signedOutAt()).isEqualTo(BEFORE);
                        });
    }

    @Test
    void a_reset_ends_what_was_there() {
        assertThat(happens(new ResetAccount(ADA, NOW), ADMIN))
                .containsExactly(new AccountReset(ADA, NOW, NOW));
        assertThat(refused(new ResetAccount(ADA, NOW), DISABLED)).contains("disabled");
        assertThat(ADMIN.evolve(new AccountReset(ADA, NOW, NOW)))
                .satisfies(
                        reset -> {
                            assertThat(reset.account().hasPassword()).isFalse();
                            assertThat(reset.administers()).isFalse();
                            assertThat(reset.signedOutAt()).isEqualTo(NOW);
                        });
    }

    @Test
    void an_address_is_corrected_until_they_sign_in_with_it() {
        var correct = new CorrectMailAddress(ADA, "ada@example.org", NOW);

        assertThat(happens(correct, INVITED))
                .containsExactly(new MailAddressCorrected(ADA, "ada@example.org", NOW, NOW));
        assertThat(refused(correct, ADMIN)).contains("chosen a password");
        assertThat(refused(correct, INVITED.evolve(new AccountDisabled(ADA, null, NOW))))
                .contains("disabled");
        assertThat(
                        INVITED.evolve(new MailAddressCorrected(ADA, "ada@example.org", NOW, NOW))
                                .identity())
                .extracting(PersonState.Identity::email)
                .isEqualTo("ada@example.org");
    }

    @Test
    void people_look_after_their_own() {
        assertThat(happens(new SetPassword(ADA), INVITED))
                .containsExactly(new PasswordSet(ADA, NOW));
        assertThat(refused(new SetPassword(ADA), DISABLED)).contains("disabled");
        assertThat(happens(new SignOutEverywhere(ADA), ADMIN))
                .containsExactly(new SignedOutEverywhere(ADA, NOW));
    }

    @Test
    void of_whoever_an_identity_provider_knows_headway_keeps_no_account() {
        for (var command :
                List.of(
                        new AssignRoles(ADA, List.of(Role.VIEWER), true),
                        new ResetAccount(ADA, NOW),
                        new CorrectMailAddress(ADA, "ada@example.org", NOW),
                        new SetPassword(ADA),
                        new SignOutEverywhere(ADA),
                        new RefuseSignIns(ADA, 6, NOW))) {
            assertThat(refused(command, PersonState.UNKNOWN)).contains("no account");
            assertThat(refused(command, ELSEWHERE)).contains("no account");
        }
    }

    @Test
    void whoever_an_identity_provider_knows_is_disabled_all_the_same() {
        var disabled = ELSEWHERE.evolve(new AccountDisabled(ADA, "Left", BEFORE));

        assertThat(happens(new DisableAccount(ADA, "Left", false, false), ELSEWHERE))
                .containsExactly(new AccountDisabled(ADA, "Left", NOW));
        assertThat(refused(new DisableAccount(ADA, "Left", true, true), ELSEWHERE))
                .contains("Somebody else");
        assertThat(happens(new EnableAccount(ADA), disabled))
                .containsExactly(new AccountEnabled(ADA, NOW));
        assertThat(disabled.evolve(new AccountEnabled(ADA, NOW)).signedOutAt()).isEqualTo(BEFORE);
    }

    @Test
    void nobody_is_disabled_who_is_not_there() {
        for (var command :
                List.of(new DisableAccount(ADA, null, true, false), new EnableAccount(ADA))) {
            assertThat(command.decide(PersonState.UNKNOWN, NOW))
                    .isInstanceOf(PersonDecision.Missing.class);
        }
    }

    private static List<PersonEvent> happens(PersonCommand command, PersonState person) {
        return ((PersonDecision.Happened) command.decide(person, NOW)).events();
    }

    private static String refused(PersonCommand command, PersonState person) {
        return ((PersonDecision.Refused) command.decide(person, NOW)).why();
    }

    private static PersonState after(PersonEvent... events) {
        return Stream.of(events)
                .reduce(PersonState.UNKNOWN, PersonState::evolve, (_, later) -> later);
    }

    private static PersonInvited invited(String role) {
        return new PersonInvited(
                ADA, "headway", "s-1", "Ada", "ada@example.com", List.of(role), NOW, BEFORE);
    }
}
