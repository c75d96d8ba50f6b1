package dev.headway.projections.questions.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
import dev.headway.projections.personal.AnsweredText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the directory.
 *
 * @param issuer who vouches for the subject; {@code headway} for its own accounts
 * @param roles as last seen, or as assigned to an account
 * @param disabled whether they get in no more
 * @param awaitsPassword whether they have an account with a password yet to choose, since they were
 *     invited or reset
 * @param partnerId the company that they are of, or null of our own
 * @param version of their stream, up to which this holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DirectoryEntry(
        String id,
        String name,
        @Nullable String username,
        @Nullable String email,
        List<String> roles,
        String subject,
        String issuer,
        @JsonIgnore boolean disabled,
        @JsonIgnore boolean awaitsPassword,
        @Nullable String partnerId,
        @JsonIgnore long version) {

    /** {@code DISABLED}, {@code INVITED} until they choose a password, or {@code ACTIVE}. */
    @JsonProperty
    public String status() {
        if (disabled) {
            return "DISABLED";
        }
        return awaitsPassword ? "INVITED" : "ACTIVE";
    }

    /** The same as people read it. */
    DirectoryEntry opened() {
        return new DirectoryEntry(
                id,
                AnsweredText.open(name),
                username == null ? null : AnsweredText.open(username),
                email == null ? null : AnsweredText.open(email),
                roles,
                subject,
                issuer,
                disabled,
                awaitsPassword,
                partnerId,
                version);
    }

    /** As they are known after one more event; null as long as nothing says who they are. */
    static @Nullable DirectoryEntry evolve(
            @Nullable DirectoryEntry before, PersonEvent event, long version) {
        if (event instanceof PersonInvited invited) {
            return of(invited, version);
        }
        if (event instanceof PersonRecognized recognized) {
            return of(before, recognized, version);
        }
        return before == null ? null : before.after(event, version);
    }

    private static DirectoryEntry of(PersonInvited event, long version) {
        return new DirectoryEntry(
                event.personId(),
                event.name(),
                null,
                event.email(),
                event.roles(),
                event.subject(),
                event.issuer(),
                false,
                true,
                null,
                version);
    }

    private static DirectoryEntry of(
            @Nullable DirectoryEntry before, PersonRecognized event, long version) {
        return new DirectoryEntry(
                event.personId(),
                event.name(),
                event.username(),
                event.email(),
                event.roles(),
                event.subject(),
                event.issuer(),
                before != null && before.disabled,
                before != null && before.awaitsPassword,
                before == null ? null : before.partnerId,
                version);
    }

    private DirectoryEntry after(PersonEvent event, long version) {
        return switch (event) {
            case RolesAssigned e -> with(e.roles(), disabled, awaitsPassword, version);
            case MailAddressCorrected e -> at(e.email(), version);
            case PasswordSet _ -> with(roles, disabled, false, version);
            case AccountReset _ -> with(roles, disabled, true, version);
            case BoundToPartner e -> of(e.partnerId(), version);
            case AccountDisabled _ -> with(roles, true, awaitsPassword, version);
            case AccountEnabled _ -> with(roles, false, awaitsPassword, version);
            case PersonInvited _, PersonRecognized _, ChatHandlesSet _ -> this;
            case SignedOutEverywhere _, SignInsRefused _ -> this;
            case AccessTokenCreated _, AccessTokenRevoked _ -> this;
            case CalendarLinkCreated _, CalendarLinkRevoked _ -> this;
        };
    }

    private DirectoryEntry at(String corrected, long version) {
        return new DirectoryEntry(
                id,
                name,
                username,
                corrected,
                roles,
                subject,
                issuer,
                disabled,
                awaitsPassword,
                partnerId,
                version);
    }

    private DirectoryEntry of(String partner, long version) {
        return new DirectoryEntry(
                id,
                name,
                username,
                email,
                roles,
                subject,
                issuer,
                disabled,
                awaitsPassword,
                partner,
                version);
    }

    private DirectoryEntry with(
            List<String> roles, boolean disabled, boolean awaitsPassword, long version) {
        return new DirectoryEntry(
                id,
                name,
                username,
                email,
                roles,
                subject,
                issuer,
                disabled,
                awaitsPassword,
                partnerId,
                version);
    }
}
