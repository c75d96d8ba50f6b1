package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
import java.time.Instant;

/**
 * What became of somebody's way in.
 *
 * @param exists whether Headway keeps the account itself
 * @param disabled whether they get in no more; said of people whose account somebody else keeps as
 *     well
 * @param signedOutAt what was issued before is good no more
 */
record AccountState(boolean exists, boolean disabled, Instant signedOutAt) {

    static final AccountState NONE = new AccountState(false, false, Instant.EPOCH);

    AccountState evolve(PersonEvent event) {
        return switch (event) {
            case PersonInvited _ -> new AccountState(true, false, signedOutAt);
            case AccountDisabled _ -> new AccountState(exists, true, signedOutAt);
            case AccountEnabled _ -> new AccountState(exists, false, signedOutAt);
            case SignedOutEverywhere e -> new AccountState(exists, disabled, e.effectiveAt());
            case PersonRecognized _,
                    AccountReset _,
                    PasswordSet _,
                    RolesAssigned _,
                    SignInsRefused _,
                    AccessTokenCreated _,
                    AccessTokenRevoked _,
                    ChatHandlesSet _ ->
                    this;
        };
    }
}
