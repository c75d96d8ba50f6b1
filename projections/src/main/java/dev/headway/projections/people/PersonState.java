package dev.headway.projections.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
import dev.headway.contracts.Role;
import dev.headway.projections.identity.PersonDirectory.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, as their events add up.
 *
 * @param identity who they are; null before the first event
 * @param claimedAt when what their tokens say was said last
 * @param account what became of their account; {@link AccountState#NONE} where somebody else keeps
 *     it
 * @param tokens those they made for scripts
 * @param handles what chat calls them
 * @param partnerId the company that they are of; null of our own
 */
public record PersonState(
        @Nullable Identity identity,
        Instant claimedAt,
        AccountState account,
        AccessTokens tokens,
        List<ChatHandle> handles,
        @Nullable String partnerId) {

    public static final PersonState UNKNOWN =
            new PersonState(
                    null, Instant.EPOCH, AccountState.NONE, AccessTokens.NONE, List.of(), null);

    /** Who a person is, and as what they are shown. */
    public record Identity(
            String issuer,
            String subject,
            String name,
            @Nullable String username,
            @Nullable String email,
            List<String> roles) {

        static Identity of(PersonRecognized event) {
            return new Identity(
                    event.issuer(),
                    event.subject(),
                    event.name(),
                    event.username(),
                    event.email(),
                    event.roles());
        }

        static Identity of(PersonInvited event) {
            return new Identity(
                    event.issuer(),
                    event.subject(),
                    event.name(),
                    null,
                    event.email(),
                    event.roles());
        }

        Identity withEmail(String email) {
            return new Identity(issuer, subject, name, username, email, roles);
        }

        Identity withRoles(List<String> roles) {
            return new Identity(issuer, subject, name, username, email, roles);
        }
    }

    public PersonState evolve(PersonEvent event) {
        return new PersonState(
                identity(event),
                claimedAt(event),
                account.evolve(event),
                tokens.evolve(event),
                event instanceof ChatHandlesSet set ? set.handles() : handles,
                event instanceof BoundToPartner bound ? bound.partnerId() : partnerId);
    }

    private @Nullable Identity identity(PersonEvent event) {
        if (event instanceof PersonRecognized recognized) {
            return Identity.of(recognized);
        }
        if (event instanceof PersonInvited invited) {
            return Identity.of(invited);
        }
        if (identity == null) {
            return null;
        }
        if (event instanceof MailAddressCorrected corrected) {
            return identity.withEmail(corrected.email());
        }
        return event instanceof RolesAssigned assigned
                ? identity.withRoles(assigned.roles())
                : identity;
    }

    private Instant claimedAt(PersonEvent event) {
        return event instanceof PersonRecognized || event instanceof PersonInvited
                ? event.effectiveAt()
                : claimedAt;
    }

    /** Their roles: as last seen, or as their account has them. */
    public List<Role> roles() {
        return identity == null ? List.of() : identity.roles().stream().map(Role::valueOf).toList();
    }

    public boolean disabled() {
        return account.disabled();
    }

    /** What was issued before is good no more: they, or an administrator, ended it everywhere. */
    public Instant signedOutAt() {
        return account.signedOutAt();
    }

    /** Whether they can sign in, and look after the others' accounts. */
    public boolean administers() {
        return account.isOpen() && roles().contains(Role.ADMIN);
    }

    /** How they stand with whoever lets people in. */
    public Standing standing() {
        return new Standing(
                identity == null ? null : new Standing.Shown(identity.subject(), identity.name()),
                account.disabled(),
                account.signedOutAt(),
                roles(),
                account.exists(),
                partnerId);
    }
}
