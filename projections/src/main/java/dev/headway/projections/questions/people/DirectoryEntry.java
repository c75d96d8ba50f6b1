package dev.headway.projections.questions.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the directory.
 *
 * @param issuer who vouches for the subject; {@code headway} for its own accounts
 * @param roles as last seen, or as assigned to an account
 * @param status {@code INVITED} until they chose a password, {@code ACTIVE}, or {@code DISABLED}
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
        String status,
        @JsonIgnore long version) {

    static final String INVITED = "INVITED";
    static final String ACTIVE = "ACTIVE";
    static final String DISABLED = "DISABLED";

    /** As they are known after one more event; null as long as nothing says who they are. */
    static @Nullable DirectoryEntry evolve(
            @Nullable DirectoryEntry before, PersonEvent event, long version) {
        return switch (event) {
            case PersonRecognized e ->
                    new DirectoryEntry(
                            e.personId(),
                            e.name(),
                            e.username(),
                            e.email(),
                            e.roles(),
                            e.subject(),
                            e.issuer(),
                            before == null ? ACTIVE : before.status,
                            version);
            case PersonInvited e ->
                    new DirectoryEntry(
                            e.personId(),
                            e.name(),
                            null,
                            e.email(),
                            e.roles(),
                            e.subject(),
                            e.issuer(),
                            INVITED,
                            version);
            case PasswordSet _ ->
                    before == null || before.status.equals(DISABLED)
                            ? before
                            : before.with(before.roles, ACTIVE, version);
            case RolesAssigned e ->
                    before == null ? null : before.with(e.roles(), before.status, version);
            case AccountDisabled _ ->
                    before == null ? null : before.with(before.roles, DISABLED, version);
            case AccountEnabled _ ->
                    before == null ? null : before.with(before.roles, ACTIVE, version);
            case AccountReset _,
                    SignedOutEverywhere _,
                    SignInsRefused _,
                    AccessTokenCreated _,
                    AccessTokenRevoked _,
                    ChatHandlesSet _ ->
                    before;
        };
    }

    private DirectoryEntry with(List<String> roles, String status, long version) {
        return new DirectoryEntry(
                id, name, username, email, roles, subject, issuer, status, version);
    }
}
