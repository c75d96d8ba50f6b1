package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, as their events add up.
 *
 * @param identity who they are; null before the first event
 * @param claimedAt when what their tokens say was said last
 * @param disabled whether they get in no more
 */
record PersonState(@Nullable Identity identity, Instant claimedAt, boolean disabled) {

    static final PersonState UNKNOWN = new PersonState(null, Instant.EPOCH, false);

    /** Who a person is, and as what they are shown. */
    record Identity(
            String issuer,
            String subject,
            String name,
            @Nullable String username,
            @Nullable String email,
            List<String> roles) {}

    PersonState evolve(PersonEvent event) {
        return switch (event) {
            case PersonRecognized e ->
                    new PersonState(
                            new Identity(
                                    e.issuer(),
                                    e.subject(),
                                    e.name(),
                                    e.username(),
                                    e.email(),
                                    e.roles()),
                            e.effectiveAt(),
                            disabled);
            case PersonInvited e ->
                    new PersonState(
                            new Identity(
                                    e.issuer(), e.subject(), e.name(), null, e.email(), e.roles()),
                            e.effectiveAt(),
                            false);
            case RolesAssigned e -> identity == null ? this : withRoles(identity, e.roles());
            case AccountDisabled _ -> new PersonState(identity, claimedAt, true);
            case AccountEnabled _ -> new PersonState(identity, claimedAt, false);
            case AccountReset _,
                    PasswordSet _,
                    SignedOutEverywhere _,
                    SignInsRefused _,
                    AccessTokenCreated _,
                    AccessTokenRevoked _,
                    ChatHandlesSet _ ->
                    this;
        };
    }

    private PersonState withRoles(Identity known, List<String> roles) {
        return new PersonState(
                new Identity(
                        known.issuer(),
                        known.subject(),
                        known.name(),
                        known.username(),
                        known.email(),
                        roles),
                claimedAt,
                disabled);
    }
}
