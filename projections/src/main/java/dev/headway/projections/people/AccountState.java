package dev.headway.projections.people;

import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
import java.time.Instant;

/**
 * What became of somebody's way in.
 *
 * @param exists whether Headway keeps the account itself
 * @param hasPassword whether they have chosen one since they were invited or reset
 * @param disabled whether they get in no more; said of people whose account somebody else keeps as
 *     well
 * @param signedOutAt what was issued before is good no more
 */
public record AccountState(
        boolean exists, boolean hasPassword, boolean disabled, Instant signedOutAt) {

    static final AccountState NONE = new AccountState(false, false, false, Instant.EPOCH);

    /** Whether a password lets them in. */
    public boolean isOpen() {
        return exists && hasPassword && !disabled;
    }

    AccountState evolve(PersonEvent event) {
        return switch (event) {
            case PersonInvited _ -> new AccountState(true, false, false, signedOutAt);
            case PasswordSet _ -> new AccountState(exists, true, disabled, signedOutAt);
            case AccountReset e -> new AccountState(exists, false, disabled, e.effectiveAt());
            case AccountDisabled e -> new AccountState(exists, hasPassword, true, e.effectiveAt());
            case AccountEnabled _ -> new AccountState(exists, hasPassword, false, signedOutAt);
            case SignedOutEverywhere e ->
                    new AccountState(exists, hasPassword, disabled, e.effectiveAt());
            case PersonRecognized _, MailAddressCorrected _, RolesAssigned _, SignInsRefused _ ->
                    this;
            case BoundToPartner _ -> this;
            case AccessTokenCreated _,
                    AccessTokenRevoked _,
                    CalendarLinkCreated _,
                    CalendarLinkRevoked _,
                    ChatHandlesSet _ ->
                    this;
        };
    }
}
